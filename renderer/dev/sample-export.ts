import { dataKinds, type DataKindName } from '../../contract/domain/data-kinds.ts';
import { importedTables, type ImportReport } from '../../contract/domain/import.ts';
import type { Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const none = { added: 0, changed: 0, same: 0, older: 0, left: 0 };

/** Somebody who has learned for a year, and an export from another computer. */
export function exportAnswers(): Answers {
  const kinds = (Object.keys(dataKinds) as DataKindName[]).filter((kind) => dataKinds[kind].personal === true);
  const report: ImportReport = {
    ...(Object.fromEntries(importedTables.map((table) => [table, none])) as ImportReport),
    history: { ...none, added: 1204, same: 31, older: 3 },
    notes: { ...none, added: 48, changed: 2 },
    search_history: { ...none, left: 12 },
    settings: { ...none, changed: 4, same: 20, left: 1 },
  };
  return {
    'export.preview': () =>
      ok({ kinds: kinds.map((kind, index) => ({ kind, rowCount: index * index * 17 })), estimatedBytes: 3_400_000 }),
    'export.run': () =>
      ok({
        fileName: 'LECTOROOM.zip',
        folderName: 'Documents',
        sizeBytes: 3_214_000,
        sha256: '3f2a9c0b7d1e4856'.repeat(4),
        rowCount: 18_204,
        service: 'included',
        encrypted: false,
      }),
    'export.stop': () => ok(null),
    'import.pick': () => ok({ fileName: 'LECTOROOM.zip', encrypted: false }),
    'import.look': () => ok({ fileName: 'LECTOROOM.zip', madeAtMs: Date.UTC(2026, 10, 1, 12), report }),
    'import.run': () => ok(report),
    'import.stop': () => ok(null),
  };
}
