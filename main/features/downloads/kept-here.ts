import type { SignOutPreview } from '../../../contract/domain/account.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock, LectureFiles, Library } from '../../ports.ts';

const dayMs = 86_400_000;

/** How many days a history goes back, today and its first day counted; a first day to come (a clock turned back) counts as today. */
export function daysSince(firstMs: number | null, nowMs: number): number {
  return firstMs === null ? 0 : Math.max(1, Math.floor(nowMs / dayMs) - Math.floor(firstMs / dayMs) + 1);
}

/** What of the account is on this computer, the bin too, in numbers, for the question at signing out. */
export async function keptHere(
  accountId: LocalAccountId,
  deps: { readonly library: Library; readonly files: LectureFiles; readonly clock: Clock },
): Promise<Result<SignOutPreview>> {
  const [rows, binned, places, space] = await Promise.all([
    deps.library.downloads.list(),
    deps.library.bin.list(),
    deps.library.progress.summary(),
    deps.files.space(accountId),
  ]);
  if (!rows.ok) return rows;
  if (!binned.ok) return binned;
  if (!places.ok) return places;
  if (!space.ok) return space;
  return ok({
    lectureCount: [...rows.value, ...binned.value].filter(
      ({ state, previous }) => state === 'complete' || previous !== null,
    ).length,
    sizeBytes: space.value.usedBytes,
    placeCount: places.value.placeCount,
    historyDays: daysSince(places.value.firstWatchedAtMs, deps.clock.nowMs()),
  });
}
