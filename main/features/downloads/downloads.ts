import type { AssetLocation } from '../../../contract/api/assets.ts';
import type { Quality } from '../../../contract/domain/course.ts';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppError, Result } from '../../../contract/result.ts';
import type {
  AccountKeys,
  Clock,
  DownloadRow,
  LectureFiles,
  Library,
  Log,
  MediaTransfer,
  TransferProgress,
} from '../../ports.ts';
import { chooseMedia } from './choose-media.ts';
import { runDownload } from './download-run.ts';
import { itemOf, plainRow } from './download-items.ts';
import type { LiveDownload } from './download-items.ts';
import { newRow, ownSideFiles } from './new-row.ts';
import { verdictOf } from './retry-policy.ts';
import { createSpeed } from './speed.ts';
import { createThrottle } from './throttle.ts';
import { createWaitingList } from './waiting-list.ts';

/** What the downloads feature needs. */
export interface DownloadsDeps {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly transfer: MediaTransfer;
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1). */
  readonly random: () => number;
  readonly opened: () => Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  readonly locate: (id: AssetId) => Promise<Result<AssetLocation>>;
  readonly fetchSideFile: (id: AssetId) => Promise<Result<unknown>>;
  readonly coverUrl: (id: AssetId) => string;
  readonly onChange: (items: readonly DownloadItem[]) => void;
}

/** The queue of downloads: rows in the library first, work second. */
export interface Downloads {
  list(): Promise<Result<readonly DownloadItem[]>>;
  start(input: { lectureIds: readonly LectureId[]; quality: Quality }): Promise<Result<null>>;
  pause(id: LectureId): Promise<Result<null>>;
  resume(id: LectureId): Promise<Result<null>>;
  /** Stops it if it runs, then deletes the lecture's files and its row. */
  remove(id: LectureId): Promise<Result<null>>;
  /** Takes up what an earlier run of the app left unfinished. */
  takeUp(): Promise<void>;
  /** The network is back: what waits need not wait any longer. */
  wake(): void;
  /** Stops all work and waits for it; rows stay as they are, to be taken up again. */
  stop(): Promise<void>;
}

interface Running extends LiveDownload {
  readonly abort: AbortController;
  finished: Promise<void>;
}

const concurrency = 2;
const eventsEveryMs = 250;

/** Makes the downloads feature. */
export function createDownloads(deps: DownloadsDeps): Downloads {
  const running = new Map<LectureId, Running>();
  const waiting = createWaitingList({ clock: deps.clock, random: deps.random, onDue: (id) => void requeue(id) });
  let pumping: Promise<void> = Promise.resolve();
  const tell = createThrottle(deps.clock, eventsEveryMs, () => {
    void list().then((items) => {
      if (items.ok) deps.onChange(items.value);
    });
  });

  async function list(): Promise<Result<readonly DownloadItem[]>> {
    const rows = await deps.library.downloads.list();
    return rows.ok ? ok(rows.value.map((row) => itemOf(row, running.get(row.lectureId), deps.coverUrl))) : rows;
  }

  async function change(id: LectureId, alter: (row: DownloadRow) => DownloadRow | null): Promise<Result<null>> {
    const row = await deps.library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value === null) return fail('not-found');
    const altered = alter(row.value);
    const put = altered === null ? done : await deps.library.downloads.put(altered);
    tell.call();
    return put;
  }

  function pump(): void {
    pumping = pumping.then(async () => {
      const rows = await deps.library.downloads.list();
      if (!rows.ok) return;
      const queued = rows.value.filter((row) => row.state === 'queued' && !running.has(row.lectureId));
      for (const row of queued.toSorted((one, other) => one.addedAtMs - other.addedAtMs)) {
        if (running.size >= concurrency) return;
        begin(plainRow(row));
      }
    });
  }

  function begin(row: DownloadRow): void {
    const job: Running = {
      abort: new AbortController(),
      speed: createSpeed(),
      receivedBytes: row.receivedBytes,
      phase: 'downloading',
      finished: Promise.resolve(),
    };
    running.set(row.lectureId, job);
    job.finished = work(row, job)
      .then((result) => settle(row.lectureId, job, result))
      .catch((error: unknown) => deps.log.defect('download.run', error))
      .finally(() => {
        running.delete(row.lectureId);
        tell.call();
        if (!job.abort.signal.aborted) pump();
      });
  }

  async function work(row: DownloadRow, job: Running): Promise<Result<null>> {
    const account = deps.opened();
    if (!account.ok) return account;
    const found = await deps.library.catalogue.lecture(row.lectureId);
    if (!found.ok) return found;
    if (found.value === null) return fail('not-found');
    const { lecture } = found.value;
    const { signal } = job.abort;
    let journal = Promise.resolve<unknown>(null);
    const onProgress: TransferProgress = ({ receivedBytes, phase }) => {
      job.receivedBytes = receivedBytes;
      job.phase = phase;
      // Checking what is there already is not a speed of the line.
      if (phase === 'downloading') job.speed.add(receivedBytes, deps.clock.nowMs());
      journal = change(row.lectureId, (current) =>
        current.state === 'downloading' ? { ...current, receivedBytes } : null,
      );
    };
    const result = await runDownload(row, {
      sideFiles: [lecture.cover.id, ...ownSideFiles(lecture)],
      fetchSideFile: (id) => (signal.aborted ? Promise.resolve(fail('cancelled')) : deps.fetchSideFile(id)),
      locate: (id) => (signal.aborted ? Promise.resolve(fail('cancelled')) : deps.locate(id)),
      transfer: (location, resume, report) =>
        deps.transfer.run(
          {
            accountId: account.value.id,
            mediaKey: account.value.keys.mediaKey,
            assetId: row.assetId,
            location,
            resume,
          },
          report,
          signal,
        ),
      save: (next) => deps.library.downloads.put(next),
      onProgress,
    });
    await journal;
    return result;
  }

  async function settle(id: LectureId, job: Running, result: Result<null>): Promise<void> {
    if (result.ok) {
      waiting.forget(id);
      await change(id, (row) => ({
        ...row,
        state: 'complete',
        receivedBytes: row.sizeBytes,
        error: null,
        completedAtMs: deps.clock.nowMs(),
      }));
      deps.log.info('download.complete');
      return;
    }
    // Whoever called it off says what the row becomes.
    if (job.abort.signal.aborted) return;
    const verdict = verdictOf(result.error.code);
    deps.log.warn('download.stopped', { code: result.error.code });
    if (verdict === 'wait' || verdict === 'locate-again' || verdict === 'start-over')
      return waitAndRepeat(id, result.error);
    await change(id, (row) =>
      verdict === 'stop' ? { ...row, state: 'queued' } : { ...row, state: 'failed', error: result.error.code },
    );
  }

  async function waitAndRepeat(id: LectureId, error: AppError): Promise<void> {
    await change(id, (row) => ({ ...row, state: 'waiting', error: error.code }));
    waiting.add(id, error);
  }

  async function requeue(id: LectureId): Promise<Result<null>> {
    waiting.takeOff(id);
    const put = await change(id, (row) =>
      row.state === 'complete' || running.has(id) ? null : { ...row, state: 'queued', error: null },
    );
    pump();
    return put;
  }

  async function callOff(id: LectureId): Promise<void> {
    waiting.forget(id);
    const job = running.get(id);
    job?.abort.abort();
    await job?.finished;
  }

  async function add(id: LectureId, quality: Quality): Promise<Result<null>> {
    const found = await deps.library.catalogue.lecture(id);
    if (!found.ok) return found;
    if (found.value === null) return fail('not-found');
    const media = chooseMedia(found.value.lecture, quality);
    const existing = await deps.library.downloads.get(id);
    if (!existing.ok) return existing;
    if (existing.value?.assetId === media.id) return existing.value.state === 'complete' ? done : requeue(id);
    if (existing.value !== null) {
      const removed = await remove(id);
      if (!removed.ok) return removed;
    }
    return deps.library.downloads.put(newRow(id, found.value.course.id, media, deps.clock.nowMs()));
  }

  async function remove(id: LectureId): Promise<Result<null>> {
    await callOff(id);
    const account = deps.opened();
    if (!account.ok) return account;
    const row = await deps.library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value === null) return done;
    // Files first: were the row gone and the files not, nothing would know of them any more.
    const deleted = await deps.files.remove(account.value.id, row.value.assetId, account.value.keys.mediaKey);
    if (!deleted.ok) return deleted;
    const found = await deps.library.catalogue.lecture(id);
    if (found.ok && found.value !== null) {
      await deps.library.content.remove(ownSideFiles(found.value.lecture));
    }
    const removed = await deps.library.downloads.remove(id);
    tell.call();
    pump();
    return removed;
  }

  return {
    list,
    remove,
    async start({ lectureIds, quality }) {
      for (const id of lectureIds) {
        const added = await add(id, quality);
        if (!added.ok) return added;
      }
      tell.call();
      pump();
      return done;
    },
    async pause(id) {
      await callOff(id);
      const put = await change(id, (row) =>
        row.state === 'complete' ? null : { ...row, state: 'paused', error: null },
      );
      pump();
      return put;
    },
    resume: requeue,
    async takeUp() {
      const rows = await deps.library.downloads.list();
      if (!rows.ok) return;
      const unfinished = rows.value.filter(
        ({ state }) => state === 'downloading' || state === 'verifying' || state === 'waiting',
      );
      for (const { lectureId } of unfinished)
        await change(lectureId, (row) => ({ ...row, state: 'queued', error: null }));
      tell.call();
      pump();
    },
    wake() {
      for (const id of waiting.ids()) void requeue(id);
    },
    async stop() {
      waiting.clear();
      const jobs = [...running.values()];
      for (const job of jobs) job.abort.abort();
      await Promise.all(jobs.map((job) => job.finished));
      await pumping;
      tell.stop();
    },
  };
}
