import type { AssetLocation } from '../../../contract/api/assets.ts';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type {
  AccountKeys,
  Clock,
  DownloadRow,
  KeptLecture,
  LectureCare,
  LectureFiles,
  Library,
  Log,
  SegmentCounts,
  TransferProgress,
} from '../../ports.ts';
import { createThrottle } from './throttle.ts';

/** What checking and repairing need; `onProgress` hears at most four times a second, from 0 to 1. */
export interface RepairDeps {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly care: LectureCare;
  readonly clock: Clock;
  readonly log: Log;
  readonly opened: () => Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  readonly locate: (id: AssetId) => Promise<Result<AssetLocation>>;
  readonly onProgress: (progress: { readonly lectureId: LectureId; readonly share: number }) => void;
}

/** Checks and repairs lectures that are downloaded; one work at a time for a lecture, a new one calls the old one off. */
export interface Repair {
  /** `not-downloaded` unless the lecture is whole here; `asset-missing`, `asset-damaged` (nothing of it can be used), `disk-failed`, `cancelled`. */
  verify(id: LectureId): Promise<Result<SegmentCounts>>;
  /**
   * Besides those: `changed-at-service` when the service has another version now. With that, `asset-missing` and `asset-damaged` only a whole
   * download helps; whatever it fails with, what was here is as it was.
   */
  repair(id: LectureId): Promise<Result<{ fetchedBytes: number }>>;
  /** Calls off what runs for a lecture, or for all, and waits for it. */
  stop(id?: LectureId): Promise<void>;
}

interface Work {
  readonly abort: AbortController;
  readonly finished: Promise<unknown>;
}

const eventsEveryMs = 250;

/** Makes the repair feature. */
export function createRepair(deps: RepairDeps): Repair {
  const working = new Map<LectureId, Work>();

  async function find(id: LectureId): Promise<Result<{ readonly row: DownloadRow; readonly file: KeptLecture }>> {
    const account = deps.opened();
    if (!account.ok) return account;
    const row = await deps.library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value?.state !== 'complete') return fail('not-downloaded');
    const { assetId } = row.value;
    return ok({
      row: row.value,
      file: { accountId: account.value.id, mediaKey: account.value.keys.mediaKey, assetId },
    });
  }

  /** Gives the work a signal and a place in the list; its share of progress goes out no more than four times a second. */
  async function only<T>(
    id: LectureId,
    work: (signal: AbortSignal, tell: (share: number) => void) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const before = working.get(id);
    before?.abort.abort();
    const abort = new AbortController();
    let share = 0;
    const throttle = createThrottle(deps.clock, eventsEveryMs, () => deps.onProgress({ lectureId: id, share }));
    const tell = (now: number): void => {
      share = now;
      throttle.call();
    };
    const running = after(before).then(() => (abort.signal.aborted ? fail('cancelled') : work(abort.signal, tell)));
    // Known before anything is waited for, so that it can be called off from its first moment.
    const mine: Work = { abort, finished: running.catch(() => null) };
    working.set(id, mine);
    try {
      return await running;
    } finally {
      throttle.stop();
      if (working.get(id) === mine) working.delete(id);
    }
  }

  async function after(before: Work | undefined): Promise<void> {
    await before?.finished;
  }

  async function stop(id?: LectureId): Promise<void> {
    const works = id === undefined ? [...working.values()] : [working.get(id)].filter((work) => work !== undefined);
    for (const work of works) work.abort.abort();
    await Promise.all(works.map((work) => work.finished));
  }

  async function mend(
    id: LectureId,
    signal: AbortSignal,
    tell: (share: number) => void,
  ): Promise<Result<{ fetchedBytes: number }>> {
    const found = await find(id);
    if (!found.ok) return found;
    const { row, file } = found.value;
    const onProgress: TransferProgress = ({ receivedBytes, phase }) => {
      const part = row.sizeBytes === 0 ? 1 : receivedBytes / row.sizeBytes;
      tell(phase === 'verifying' ? part / 2 : 0.5 + part / 2);
    };
    let last: Result<{ fetchedBytes: number }> = fail('not-allowed');
    // The second turn is for an address that ran out on the way.
    for (let turn = 0; turn < 2; turn += 1) {
      const location = await deps.locate(row.assetId);
      if (!location.ok) return location;
      if (signal.aborted) return fail('cancelled');
      if (!isSameVersion(row, location.value)) return fail('changed-at-service');
      last = await deps.care.repair({ ...file, location: location.value }, onProgress, signal);
      if (last.ok) return settled(file, id, location.value, last);
      if (last.error.code !== 'not-allowed') break;
    }
    if (!last.ok) deps.log.warn('repair.stopped', { code: last.error.code });
    return last;
  }

  /** A lecture that was removed for good meanwhile stays removed; one that was found again without its validator has it now. */
  async function settled<T>(
    file: KeptLecture,
    id: LectureId,
    { etag }: AssetLocation,
    result: Result<T>,
  ): Promise<Result<T>> {
    const row = await deps.library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value?.assetId === file.assetId) {
      const put = row.value.etag === etag ? done : await deps.library.downloads.put({ ...row.value, etag });
      deps.log.info('repair.complete');
      return put.ok ? result : put;
    }
    // Another quality is asked for: until that is whole the repaired one plays.
    if (row.value?.previous?.assetId === file.assetId) return result;
    const binned = await deps.library.bin.get(id);
    if (!binned.ok) return binned;
    if (binned.value?.assetId === file.assetId) return fail('not-downloaded');
    const removed = await deps.files.remove(file.accountId, file.assetId, file.mediaKey);
    return removed.ok ? fail('not-downloaded') : removed;
  }

  return {
    stop,
    verify: (id) =>
      only(id, async (signal, tell) => {
        const found = await find(id);
        if (!found.ok) return found;
        const { sizeBytes } = found.value.row;
        return deps.care.verify(
          found.value.file,
          ({ receivedBytes }) => tell(sizeBytes === 0 ? 1 : receivedBytes / sizeBytes),
          signal,
        );
      }),
    repair: (id) => only(id, (signal, tell) => mend(id, signal, tell)),
  };
}

/** A row that was found again knows no validator: then length and digest must do, and the digest is checked over the whole in the end. */
function isSameVersion(row: DownloadRow, location: AssetLocation): boolean {
  return (
    row.sha256 === location.sha256 &&
    row.sizeBytes === location.sizeBytes &&
    (row.etag === null || row.etag === location.etag)
  );
}
