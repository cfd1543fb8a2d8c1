import type { AssetLocation } from '../../../contract/api/assets.ts';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountKeys, Clock, DownloadRow, Library, Log, MediaTransfer, TransferProgress } from '../../ports.ts';
import type { LiveDownload } from './download-items.ts';
import { runDownload } from './download-run.ts';
import { ownSideFiles } from './new-row.ts';
import { createSpeed } from './speed.ts';

/** What running downloads need. */
export interface RunnerDeps {
  readonly library: Library;
  readonly transfer: MediaTransfer;
  readonly clock: Clock;
  readonly log: Log;
  readonly opened: () => Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  readonly locate: (id: AssetId) => Promise<Result<AssetLocation>>;
  readonly fetchSideFile: (id: AssetId) => Promise<Result<unknown>>;
  readonly fetchLicence: (id: LectureId) => Promise<void>;
  /** Bytes are safe on the disk. */
  readonly onProgress: (id: LectureId, receivedBytes: number) => Promise<unknown>;
  /** Runs while the download still counts as running. */
  readonly onResult: (id: LectureId, result: Result<null>, wasCalledOff: boolean) => Promise<void>;
  readonly onEnded: (wasCalledOff: boolean) => void;
}

/** The downloads that run now. */
export interface Runner {
  begin(row: DownloadRow): void;
  live(id: LectureId): LiveDownload | undefined;
  /** In the order in which they began. */
  ids(): readonly LectureId[];
  /** Stops one and waits until it has let go; what becomes of its row is the caller's to say. */
  callOff(id: LectureId): Promise<void>;
  callOffAll(): Promise<void>;
  /** Of all together, measured last in this run of the app; null when nothing was. */
  lastBytesPerSecond(): number | null;
}

interface Job extends LiveDownload {
  readonly abort: AbortController;
  finished: Promise<void>;
}

/** Makes the runner. */
export function createRunner(deps: RunnerDeps): Runner {
  const running = new Map<LectureId, Job>();
  let lastBytesPerSecond: number | null = null;

  function measure(): void {
    const speeds = [...running.values()].map(({ speed }) => speed.bytesPerSecond() ?? 0);
    const sum = speeds.reduce((total, each) => total + each, 0);
    if (sum > 0) lastBytesPerSecond = sum;
  }

  async function work(row: DownloadRow, job: Job): Promise<Result<null>> {
    const account = deps.opened();
    if (!account.ok) return account;
    const found = await deps.library.catalogue.lecture(row.lectureId);
    if (!found.ok) return found;
    if (found.value === null) return fail('not-found');
    const { lecture } = found.value;
    const { id: accountId, keys } = account.value;
    const { signal } = job.abort;
    const licence = deps.fetchLicence(row.lectureId);
    let journal = Promise.resolve<unknown>(null);
    const onProgress: TransferProgress = ({ receivedBytes, phase }) => {
      job.receivedBytes = receivedBytes;
      job.phase = phase;
      // Checking what is there already is not a speed of the line.
      if (phase === 'downloading') job.speed.add(receivedBytes, deps.clock.nowMs());
      measure();
      journal = deps.onProgress(row.lectureId, receivedBytes);
    };
    const unlessCalledOff = <T>(call: () => Promise<Result<T>>): Promise<Result<T>> =>
      signal.aborted ? Promise.resolve(fail('cancelled')) : call();
    const result = await runDownload(row, {
      sideFiles: [lecture.cover.id, ...ownSideFiles(lecture)],
      fetchSideFile: (id) => unlessCalledOff(() => deps.fetchSideFile(id)),
      locate: (id) => unlessCalledOff(() => deps.locate(id)),
      transfer: (location, resume, report) =>
        deps.transfer.run(
          { accountId, mediaKey: keys.mediaKey, assetId: row.assetId, location, resume },
          report,
          signal,
        ),
      save: (next) => deps.library.downloads.put(next),
      onProgress,
    });
    await journal;
    // Whole without its licence it could not go offline at once.
    if (result.ok) await licence;
    return result;
  }

  /** A defect is a failure too: a run that only vanished would be begun again at once, and again. */
  async function finish(row: DownloadRow, job: Job): Promise<void> {
    const result = await work(row, job).catch((error: unknown) => {
      deps.log.defect('download.run', error);
      return fail('unexpected');
    });
    await deps.onResult(row.lectureId, result, job.abort.signal.aborted).catch((error: unknown) => {
      deps.log.defect('download.result', error);
      // Its row says nothing new, so nothing is begun for it.
      job.abort.abort();
    });
  }

  function begin(row: DownloadRow): void {
    const job: Job = {
      abort: new AbortController(),
      speed: createSpeed(),
      receivedBytes: row.receivedBytes,
      phase: 'downloading',
      finished: Promise.resolve(),
    };
    running.set(row.lectureId, job);
    job.finished = finish(row, job).finally(() => {
      running.delete(row.lectureId);
      deps.onEnded(job.abort.signal.aborted);
    });
  }

  return {
    begin,
    live: (id) => running.get(id),
    ids: () => [...running.keys()],
    async callOff(id) {
      const job = running.get(id);
      job?.abort.abort();
      await job?.finished;
    },
    async callOffAll() {
      const jobs = [...running.values()];
      for (const job of jobs) job.abort.abort();
      await Promise.all(jobs.map((job) => job.finished));
    },
    lastBytesPerSecond: () => lastBytesPerSecond,
  };
}
