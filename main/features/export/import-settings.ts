import type { ImportCounts, ImportedRow } from '../../../contract/domain/import.ts';
import { Settings } from '../../../contract/domain/settings.ts';

/** Where a window was says something about the other computer's screens. */
const notBrought: readonly (keyof Settings)[] = ['miniWindow'];

/** Which settings of an export are others than here and make sense to this app; not `wanted`: none is brought. */
export function judgeSettings(
  rows: readonly ImportedRow<'settings'>[],
  current: Settings,
  wanted: boolean,
): { readonly change: Partial<Settings>; readonly counts: ImportCounts } {
  const change: Record<string, unknown> = {};
  const counts = { added: 0, changed: 0, same: 0, older: 0, left: 0 };
  for (const { name, value } of rows) {
    const told = valueOf(name, value);
    if (told === undefined || !wanted) {
      counts.left += 1;
    } else if (JSON.stringify(told) === JSON.stringify(current[name as keyof Settings])) {
      counts.same += 1;
    } else {
      counts.changed += 1;
      change[name] = told;
    }
  }
  return { change, counts };
}

function valueOf(name: string, text: string): unknown {
  const known = Object.hasOwn(Settings.shape, name) && !notBrought.some((each) => each === name);
  if (!known) return undefined;
  try {
    const parsed = Settings.shape[name as keyof Settings].safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
