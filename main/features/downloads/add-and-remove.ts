import type { Quality } from '../../../contract/domain/course.ts';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountKeys, Clock, DownloadRow, LectureFiles, Library } from '../../ports.ts';
import type { Bin } from './bin.ts';
import { chooseMedia } from './choose-media.ts';
import { newRow, previousOf, restored } from './new-row.ts';

/** What adding and removing need. */
export interface AddAndRemoveDeps {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly bin: Bin;
  readonly clock: Clock;
  readonly opened: () => Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  /** Stops it if it runs and forgets its waiting. */
  readonly callOff: (id: LectureId) => Promise<void>;
  readonly requeue: (id: LectureId) => Promise<Result<null>>;
}

/** Downloads come and go. */
export interface AddAndRemove {
  /**
   * Asks for a lecture; one that is here in another quality stays until the new one is whole, and what the bin has of it is not fetched again.
   * The course remembers the quality that a person chose.
   */
  add(id: LectureId, quality: Quality, by: 'person' | 'itself'): Promise<Result<null>>;
  /** Puts the download into the bin; what was to replace a whole file is deleted, and that file is the download again. */
  remove(id: LectureId): Promise<Result<null>>;
  /** Deletes the file whose successor is complete. */
  dropPrevious(id: LectureId): Promise<Result<null>>;
}

/** Makes it. */
export function createAddAndRemove(deps: AddAndRemoveDeps): AddAndRemove {
  const { library, bin } = deps;

  async function deleteFile(assetId: AssetId): Promise<Result<null>> {
    const account = deps.opened();
    return account.ok ? deps.files.remove(account.value.id, assetId, account.value.keys.mediaKey) : account;
  }

  /** Puts a new row where an unfinished one was, whose file goes, or after a whole one, whose file stays. */
  async function replace(old: DownloadRow, next: DownloadRow): Promise<Result<null>> {
    await deps.callOff(old.lectureId);
    if (old.state !== 'complete') {
      const deleted = await deleteFile(old.assetId);
      return deleted.ok ? library.downloads.put(next) : deleted;
    }
    const put = await library.downloads.put(next);
    const rows = put.ok ? await library.downloads.list() : put;
    if (!rows.ok) return rows;
    const others = rows.value.filter(({ state, lectureId }) => state !== 'complete' && lectureId !== old.lectureId);
    return library.downloads.reorder([...others.map(({ lectureId }) => lectureId), old.lectureId]);
  }

  async function add(id: LectureId, quality: Quality, by: 'person' | 'itself'): Promise<Result<null>> {
    const found = await library.catalogue.lecture(id);
    if (!found.ok) return found;
    if (found.value === null) return fail('not-found');
    const media = chooseMedia(found.value.lecture, quality);
    const courseId = found.value.course.id;
    const kept = by === 'person' ? await library.downloads.keepQuality(courseId, quality) : done;
    if (!kept.ok) return kept;
    const reclaimed = await bin.reclaim(id, media);
    if (!reclaimed.ok) return reclaimed;
    const existing = await library.downloads.get(id);
    if (!existing.ok) return existing;
    const old = existing.value;
    const fresh = newRow(id, courseId, media, deps.clock.nowMs());
    if (old === null) return library.downloads.put(fresh);
    if (old.assetId === media.id) return old.state === 'complete' ? done : deps.requeue(id);
    const previous = old.state === 'complete' ? previousOf(old) : old.previous;
    const back = restored(old);
    // Back to the quality that is here: nothing is to be fetched.
    return replace(old, back !== null && back.assetId === media.id ? back : { ...fresh, previous });
  }

  async function dropPrevious(id: LectureId): Promise<Result<null>> {
    const row = await library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value === null || row.value.state !== 'complete' || row.value.previous === null) return done;
    const deleted = await deleteFile(row.value.previous.assetId);
    return deleted.ok ? library.downloads.put({ ...row.value, previous: null }) : deleted;
  }

  async function remove(id: LectureId): Promise<Result<null>> {
    await deps.callOff(id);
    const row = await library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value === null) return done;
    const back = restored(row.value);
    if (back !== null && row.value.state !== 'complete') {
      const deleted = await deleteFile(row.value.assetId);
      return deleted.ok ? library.downloads.put(back) : deleted;
    }
    const dropped = await dropPrevious(id);
    return dropped.ok ? bin.takeIn(id) : dropped;
  }

  return { add, remove, dropPrevious };
}
