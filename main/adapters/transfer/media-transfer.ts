import { fail, type AppError, type Result } from '../../../contract/result.ts';
import { purposes } from '../../../contract/domain/privacy.ts';
import type { SendingRules } from '../../gate-ports.ts';
import type { NetworkSink } from '../../privacy-ports.ts';
import type { FolderMover, FoldersInUse } from '../../folder-ports.ts';
import type { LectureCare, Log, MediaTransfer, TransferJob, TransferProgress } from '../../ports.ts';
import { defaultSegmentSizeBytes } from '../files/lrm/index.ts';
import { mediaPaths } from '../files/media-paths.ts';
import { createFolderMover } from './folder-mover.ts';
import { createLectureCare } from './lecture-care.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts';
import { startTransferLink, type TransferLink } from './transfer-link.ts';

/** What the transfer needs: the bundled worker, the folders in use, and where defects go. */
export interface MediaTransferDeps {
  readonly workerPath: string | URL;
  readonly folders: () => FoldersInUse;
  readonly log: Log;
  /** What the gate says of requests for lectures now; asked before each job. Lets everything go where nothing is said, for tests of parts. */
  readonly sendingRules?: () => SendingRules;
  readonly sink?: NetworkSink;
  /** Other numbers than the usual ones, for tests and benches. */
  readonly settings?: Partial<WorkerSettings>;
}

/** `stop` cancels what runs, waits until the files are closed (two seconds at most) and ends the worker. */
export interface StoppableMediaTransfer extends MediaTransfer {
  /** Looks after what is on the disk, in the same worker. */
  readonly care: LectureCare;
  /** Moves lectures to another folder, there too. */
  readonly mover: FolderMover;
  /** Other privacy rules hold now: running jobs hear of them before their next request. */
  rulesChanged(): void;
  stop(): Promise<void>;
}

interface RunningJob {
  readonly onProgress: TransferProgress;
  settle(result: Result<unknown>): void;
}

const usual: WorkerSettings = {
  stallTimeoutMs: 30_000,
  segmentSizeBytes: defaultSegmentSizeBytes,
  syncEveryBytes: 8 * 1024 * 1024,
  syncEveryMs: 2000,
};
const stopTimeoutMs = 2000;
const everything: SendingRules = { isAllowed: true, optOutSignal: false };

/**
 * Transfers in one worker thread, started with the first job and again after a crash. A job whose worker crashed fails with
 * `unexpected`: neither the disk nor the service is to blame, and what it had written is found again at the next run.
 */
export function createMediaTransfer(deps: MediaTransferDeps): StoppableMediaTransfer {
  const settings = { ...usual, ...deps.settings };
  const running = new Map<number, RunningJob>();
  let link: TransferLink | null = null;
  let nextJobId = 1;
  let isStopped = false;
  let limit: number | null = null;

  function hear(message: FromWorker): void {
    if (message.type === 'requests') {
      for (const request of message.requests)
        deps.sink?.record({ ...request, purpose: 'lecture', category: purposes.lecture });
      return;
    }
    const job = running.get(message.jobId);
    switch (message.type) {
      case 'progress':
        job?.onProgress({ receivedBytes: message.receivedBytes, phase: message.phase });
        break;
      case 'ended':
        if (message.defect !== null) deps.log.defect('transfer.job', named(message.defect));
        job?.settle(message.result);
        break;
    }
  }

  function startLimited(): TransferLink {
    const fresh = startTransferLink({ workerPath: deps.workerPath, settings, onMessage: hear, onLost: loseWorker });
    if (limit !== null) fresh.post({ type: 'limit', bytesPerSecond: limit });
    return fresh;
  }

  function loseWorker(error: unknown): void {
    link = null;
    deps.log.defect('transfer.worker', error);
    settleAll(fail('unexpected'));
  }

  function settleAll(result: { readonly ok: false; readonly error: AppError }): void {
    for (const job of running.values()) job.settle(result);
  }

  async function run(job: TransferJob, onProgress: TransferProgress, signal: AbortSignal): Promise<Result<null>> {
    const { folder, marker } = deps.folders().current;
    const paths = mediaPaths(folder, job.accountId, job.assetId, job.mediaKey);
    const { assetId, mediaKey, location, resume } = job;
    const workerJob = { paths, marker, assetId, mediaKey, location, resume };
    return give((jobId) => ({ type: 'run', jobId, job: workerJob }), onProgress, signal);
  }

  async function give<T>(
    message: (jobId: number) => ToWorker,
    onProgress: TransferProgress,
    signal: AbortSignal,
  ): Promise<Result<T>> {
    if (isStopped || signal.aborted) return fail('cancelled');
    link ??= startLimited();
    const worker = link;
    rulesChanged();
    const jobId = nextJobId;
    nextJobId += 1;
    return new Promise((resolve) => {
      const cancel = (): void => worker.post({ type: 'cancel', jobId });
      running.set(jobId, {
        onProgress,
        settle: (result) => {
          running.delete(jobId);
          signal.removeEventListener('abort', cancel);
          // The worker answers each call with what `messages.ts` says.
          resolve(result as Result<T>);
        },
      });
      signal.addEventListener('abort', cancel, { once: true });
      worker.post(message(jobId));
    });
  }

  async function stop(): Promise<void> {
    isStopped = true;
    const worker = link;
    link = null;
    if (worker === null) return;
    await Promise.race([allEnded(worker), new Promise((resolve) => setTimeout(resolve, stopTimeoutMs))]);
    await worker.end();
    settleAll(fail('cancelled'));
  }

  async function allEnded(worker: TransferLink): Promise<void> {
    const ends = [...running].map(([jobId, job]) => {
      worker.post({ type: 'cancel', jobId });
      return new Promise<void>((resolve) => {
        running.set(jobId, { ...job, settle: (result) => resolve(job.settle(result)) });
      });
    });
    await Promise.all(ends);
  }

  const care = createLectureCare({
    folder: () => deps.folders().current,
    call: (call, onProgress, signal) => give((jobId) => ({ type: 'care', jobId, call }), onProgress, signal),
  });
  const mover = createFolderMover((call, onProgress, signal) =>
    give((jobId) => ({ type: 'move', jobId, call }), onProgress, signal),
  );
  function setLimit(bytesPerSecond: number | null): void {
    if (bytesPerSecond === limit) return;
    limit = bytesPerSecond;
    link?.post({ type: 'limit', bytesPerSecond });
  }

  function rulesChanged(): void {
    link?.post({ type: 'sending', rules: deps.sendingRules?.() ?? everything });
  }

  return { run, stop, setLimit, rulesChanged, care, mover };
}

/** An error that carries nothing but a class name. */
function named(name: string): Error {
  const error = new Error('in the transfer worker');
  error.name = name;
  return error;
}
