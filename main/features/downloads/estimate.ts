import type { Quality } from '../../../contract/domain/course.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Library } from '../../ports.ts';
import { chooseMedia } from './choose-media.ts';
import type { RoomKeeper } from './room-keeper.ts';

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
  readonly room: Pick<RoomKeeper, 'roomBytes'>;
  readonly lastBytesPerSecond: () => number | null;
  readonly limitBytesPerSecond: () => number | null;
}

/** Estimates what fetching these lectures in this quality takes, without the bytes that are here. */
export async function estimate(
  { lectureIds, quality }: { readonly lectureIds: readonly LectureId[]; readonly quality: Quality },
  deps: EstimateDeps,
): Promise<Result<Estimate>> {
  let sizeBytes = 0;
  for (const id of new Set(lectureIds)) {
    const missing = await missingBytes(id, quality, deps.library);
    if (!missing.ok) return missing;
    sizeBytes += missing.value;
  }
  const rows = await deps.library.downloads.list();
  if (!rows.ok) return rows;
  const roomBytes = await deps.room.roomBytes(rows.value);
  const measured = deps.lastBytesPerSecond();
  const speed = measured === null ? null : Math.min(measured, deps.limitBytesPerSecond() ?? measured);
  return ok({
    sizeBytes,
    durationMs: speed === null ? null : Math.round((sizeBytes / speed) * 1000),
    fits: sizeBytes === 0 || roomBytes === null || roomBytes >= sizeBytes,
  });
}

async function missingBytes(id: LectureId, quality: Quality, library: Library): Promise<Result<number>> {
  const [found, row, binned] = await Promise.all([
    library.catalogue.lecture(id),
    library.downloads.get(id),
    library.bin.get(id),
  ]);
  if (!found.ok) return found;
  if (!row.ok) return row;
  if (!binned.ok) return binned;
  if (found.value === null) return fail('not-found');
  const media = chooseMedia(found.value.lecture, quality);
  const held = row.value ?? (binned.value?.assetId === media.id ? binned.value : null);
  if (held === null) return ok(media.sizeBytes);
  if (held.previous?.assetId === media.id) return ok(0);
  return ok(held.assetId === media.id ? Math.max(0, held.sizeBytes - held.receivedBytes) : media.sizeBytes);
}
