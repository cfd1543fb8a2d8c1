import type { MediaAsset } from '../../../contract/domain/course.ts';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import type { BinItem } from '../../../contract/domain/space.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountKeys, BinRow, BinStamp, LectureFiles, Library } from '../../ports.ts';
import { forEach } from './in-turn.ts';
import { backFromBin, goesAtMs, judgeBin } from './bin-rules.ts';

/** What the bin needs. */
export interface BinDeps {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly opened: () => Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  /** The time (milliseconds since 1970, UTC), and whether it is believed enough to delete by it. */
  readonly moment: () => { readonly nowMs: number; readonly isBelieved: boolean };
  readonly onBinChange: () => void;
}

/** Removed downloads that can still come back; their files stay where they are. Not for two at a time: whoever asks has its turn. */
export interface Bin {
  /** What takes space, newest first. */
  items(): Promise<Result<readonly BinItem[]>>;
  /** Takes in a lecture's download as it is. */
  takeIn(id: LectureId): Promise<Result<null>>;
  /** A lecture is asked for: the same file comes out of the bin as its download, another one goes for good. */
  reclaim(id: LectureId, media: MediaAsset): Promise<Result<null>>;
  /** Brings items back; what is not in the bin any more is left out. */
  restore(ids: readonly LectureId[]): Promise<Result<null>>;
  /** Deletes for good; null: everything. `drive-away` when the files cannot be reached. */
  empty(ids: readonly LectureId[] | null): Promise<Result<null>>;
  /** Bytes that could give way, and those that were removed a moment ago and can still be called back. */
  bytes(): Promise<{ readonly givableBytes: number; readonly freshBytes: number }>;
  /** Deletes the oldest items for good until so many bytes are free; answers how many were freed. */
  giveWay(neededBytes: number): Promise<number>;
  /** Deletes what is over seven days old. */
  tidy(): Promise<Result<null>>;
}

/** As long as the notice that offers to undo is there, and some: until then nothing gives way. */
const freshMs = 20_000;

/** Makes the bin. */
export function createBin(deps: BinDeps): Bin {
  const { library, files } = deps;

  async function deleteFile(assetId: AssetId): Promise<Result<null>> {
    const account = deps.opened();
    if (!account.ok) return account;
    // Without its drive a file cannot be deleted, and would be found again with it.
    if (!(await files.folderIsThere())) return fail('drive-away');
    return files.remove(account.value.id, assetId, account.value.keys.mediaKey);
  }

  /** Files first: were the row gone and the file not, it would be found again as a download. */
  async function discard({ lectureId, assetId }: Pick<BinRow, 'lectureId' | 'assetId'>): Promise<Result<null>> {
    const deleted = await deleteFile(assetId);
    return deleted.ok ? library.bin.remove(lectureId) : deleted;
  }

  async function discardAll(items: readonly BinRow[]): Promise<Result<null>> {
    const gone = await forEach(items, discard);
    if (items.length > 0) deps.onBinChange();
    return gone;
  }

  async function bringBack(item: BinRow): Promise<Result<null>> {
    const put = await library.bin.restore(backFromBin(item, Math.floor(deps.moment().nowMs)));
    if (put.ok) deps.onBinChange();
    return put;
  }

  /** Of a clock that was ahead no item is young for long. */
  function isFresh({ removedAtMs }: BinStamp): boolean {
    const ageMs = deps.moment().nowMs - removedAtMs;
    return ageMs >= 0 && ageMs < freshMs;
  }

  return {
    async items() {
      const rows = await library.bin.list();
      if (!rows.ok) return rows;
      const taking = rows.value.filter(({ receivedBytes }) => receivedBytes > 0);
      return ok(
        taking.map(({ lectureId, lectureTitle, courseTitle, receivedBytes, state, ...stamp }) => ({
          lectureId,
          lectureTitle,
          courseTitle,
          sizeBytes: receivedBytes,
          removedAtMs: stamp.removedAtMs,
          goesAtMs: goesAtMs({ lectureId, ...stamp }),
          isWhole: state === 'complete',
        })),
      );
    },
    async takeIn(id) {
      const [before, row] = await Promise.all([library.bin.get(id), library.downloads.get(id)]);
      if (!before.ok) return before;
      if (!row.ok) return row;
      // One item a lecture: its file would be nobody's.
      if (before.value !== null && before.value.assetId !== row.value?.assetId) {
        const gone = await deleteFile(before.value.assetId);
        if (!gone.ok) return gone;
      }
      const put = await library.bin.put(id, Math.floor(deps.moment().nowMs));
      if (put.ok) deps.onBinChange();
      return put;
    },
    async reclaim(id, media) {
      const item = await library.bin.get(id);
      if (!item.ok) return item;
      if (item.value === null) return done;
      const isSame = item.value.assetId === media.id && item.value.sha256 === media.sha256;
      return isSame ? bringBack(item.value) : discardAll([item.value]);
    },
    restore(ids) {
      return forEach(ids, async (id) => {
        const item = await library.bin.get(id);
        if (!item.ok) return item;
        return item.value === null ? done : bringBack(item.value);
      });
    },
    async empty(ids) {
      const rows = await library.bin.list();
      if (!rows.ok) return rows;
      return discardAll(rows.value.filter(({ lectureId }) => ids === null || ids.includes(lectureId)));
    },
    async bytes() {
      const rows = await library.bin.list();
      const all = rows.ok ? rows.value : [];
      const sum = (some: readonly BinRow[]) => some.reduce((total, { receivedBytes }) => total + receivedBytes, 0);
      const freshBytes = sum(all.filter(isFresh));
      return { givableBytes: sum(all) - freshBytes, freshBytes };
    },
    async giveWay(neededBytes) {
      const rows = await library.bin.list();
      let freedBytes = 0;
      for (const item of rows.ok ? rows.value.toReversed() : []) {
        if (freedBytes >= neededBytes) break;
        if (item.receivedBytes === 0 || isFresh(item)) continue;
        const gone = await discardAll([item]);
        if (!gone.ok) break;
        freedBytes += item.receivedBytes;
      }
      return freedBytes;
    },
    async tidy() {
      const { nowMs, isBelieved } = deps.moment();
      if (!isBelieved || !(await files.folderIsThere())) return done;
      const rows = await library.bin.list();
      if (!rows.ok) return rows;
      const { over, stamps } = judgeBin(rows.value, Math.floor(nowMs));
      const stamped = stamps.length === 0 ? done : await library.bin.stamp(stamps);
      if (!stamped.ok) return stamped;
      return discardAll(rows.value.filter(({ lectureId }) => over.includes(lectureId)));
    },
  };
}
