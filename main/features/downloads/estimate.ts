import type { Quality } from '../../../contract/domain/course.ts';
import type { LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { LectureFiles, Library } from '../../ports.ts';
import { chooseMedia } from './choose-media.ts';

/** What a download would take. */
export interface Estimate {
  readonly sizeBytes: number;
  /** Null while no speed is known. */
  readonly durationMs: number | null;
  readonly fits: boolean;
}

/** What an estimate needs. */
export interface EstimateDeps {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly opened: () => Result<{ readonly id: LocalAccountId }>;
  readonly lastBytesPerSecond: () => number | null;
  readonly limitBytesPerSecond: () => number | null;
}

/** Nobody's disk is filled to the brim. */
const spareBytes = 500_000_000;

/** Estimates what fetching these lectures in this quality takes, without the bytes that are here. */
export async function estimate(
  { lectureIds, quality }: { readonly lectureIds: readonly LectureId[]; readonly quality: Quality },
  deps: EstimateDeps,
): Promise<Result<Estimate>> {
  const account = deps.opened();
  if (!account.ok) return account;
  let sizeBytes = 0;
  for (const id of new Set(lectureIds)) {
    const missing = await missingBytes(id, quality, deps.library);
    if (!missing.ok) return missing;
    sizeBytes += missing.value;
  }
  const space = await deps.files.space(account.value.id);
  if (!space.ok) return space;
  const measured = deps.lastBytesPerSecond();
  const speed = measured === null ? null : Math.min(measured, deps.limitBytesPerSecond() ?? measured);
  return ok({
    sizeBytes,
    durationMs: speed === null ? null : Math.round((sizeBytes / speed) * 1000),
    fits: sizeBytes === 0 || space.value.freeBytes - spareBytes >= sizeBytes,
  });
}

async function missingBytes(id: LectureId, quality: Quality, library: Library): Promise<Result<number>> {
  const [found, row] = await Promise.all([library.catalogue.lecture(id), library.downloads.get(id)]);
  if (!found.ok) return found;
  if (!row.ok) return row;
  if (found.value === null) return fail('not-found');
  const media = chooseMedia(found.value.lecture, quality);
  const held = row.value;
  if (held === null) return ok(media.sizeBytes);
  if (held.previous?.assetId === media.id) return ok(0);
  return ok(held.assetId === media.id ? Math.max(0, held.sizeBytes - held.receivedBytes) : media.sizeBytes);
}
