import type { SignOutPreview } from '../../../contract/domain/account.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { LectureFiles, Library } from '../../ports.ts';

const mostPlaces = 100_000;

/** What of the account is on this computer, in numbers, for the question at signing out. */
export async function keptHere(
  accountId: LocalAccountId,
  deps: { readonly library: Library; readonly files: LectureFiles },
): Promise<Result<SignOutPreview>> {
  const [rows, places, space] = await Promise.all([
    deps.library.downloads.list(),
    deps.library.progress.recent(mostPlaces),
    deps.files.space(accountId),
  ]);
  if (!rows.ok) return rows;
  if (!places.ok) return places;
  if (!space.ok) return space;
  const lectureCount = rows.value.filter(({ state }) => state === 'complete').length;
  return ok({ lectureCount, sizeBytes: space.value.usedBytes, placeCount: places.value.length });
}
