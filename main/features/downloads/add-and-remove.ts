import type { Quality } from '../../../contract/domain/course.ts';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountKeys, Clock, DownloadRow, LectureFiles, Library } from '../../ports.ts';
import { chooseMedia } from './choose-media.ts';
import { newRow, ownSideFiles, previousOf, restored } from './new-row.ts';

/** What adding and removing need. */
export interface AddAndRemoveDeps {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly clock: Clock;
  readonly opened: () => Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  /** Stops it if it runs and forgets its waiting. */
  readonly callOff: (id: LectureId) => Promise<void>;
  readonly requeue: (id: LectureId) => Promise<Result<null>>;
}

/** Downloads come and go. */
export interface AddAndRemove {
  /** Asks for a lecture; one that is here in another quality stays until the new one is whole. */
  add(id: LectureId, quality: Quality): Promise<Result<null>>;
  /** Deletes files and row; what was to replace a whole file goes alone, and that file is the download again. */
  remove(id: LectureId): Promise<Result<null>>;
  /** Deletes the file whose successor is complete. */
  dropPrevious(id: LectureId): Promise<Result<null>>;
}

/** Makes it. */
export function createAddAndRemove(deps: AddAndRemoveDeps): AddAndRemove {
  const { library } = deps;

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

  async function add(id: LectureId, quality: Quality): Promise<Result<null>> {
    const found = await library.catalogue.lecture(id);
    if (!found.ok) return found;
    if (found.value === null) return fail('not-found');
    const media = chooseMedia(found.value.lecture, quality);
    const kept = await library.downloads.keepQuality(found.value.course.id, quality);
    if (!kept.ok) return kept;
    const existing = await library.downloads.get(id);
    if (!existing.ok) return existing;
    const old = existing.value;
    const fresh = newRow(id, found.value.course.id, media, deps.clock.nowMs());
    if (old === null) return library.downloads.put(fresh);
    if (old.assetId === media.id) return old.state === 'complete' ? done : deps.requeue(id);
    const previous = old.state === 'complete' ? previousOf(old) : old.previous;
    const back = restored(old);
    // Back to the quality that is here: nothing is to be fetched.
    return replace(old, back !== null && back.assetId === media.id ? back : { ...fresh, previous });
  }

  async function remove(id: LectureId): Promise<Result<null>> {
    await deps.callOff(id);
    const row = await library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value === null) return done;
    // Files first: were the row gone and the files not, nothing would know of them any more.
    const deleted = await deleteFile(row.value.assetId);
    if (!deleted.ok) return deleted;
    const back = restored(row.value);
    if (back !== null && row.value.state !== 'complete') return library.downloads.put(back);
    if (back !== null) {
      const gone = await deleteFile(back.assetId);
      if (!gone.ok) return gone;
    }
    const found = await library.catalogue.lecture(id);
    if (found.ok && found.value !== null) await library.content.remove(ownSideFiles(found.value.lecture));
    return library.downloads.remove(id);
  }

  async function dropPrevious(id: LectureId): Promise<Result<null>> {
    const row = await library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value === null || row.value.state !== 'complete' || row.value.previous === null) return done;
    const deleted = await deleteFile(row.value.previous.assetId);
    return deleted.ok ? library.downloads.put({ ...row.value, previous: null }) : deleted;
  }

  return { add, remove, dropPrevious };
}
