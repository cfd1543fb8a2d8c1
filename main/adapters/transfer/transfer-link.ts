import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts';

/** A running worker thread. */
export interface TransferLink {
  post(message: ToWorker): void;
  /** Ends the thread at once. */
  end(): Promise<void>;
}

/** Who hears of a worker: `onLost` once, when it died without being asked to. */
export interface TransferLinkDeps {
  readonly workerPath: string | URL;
  readonly settings: WorkerSettings;
  onMessage(message: FromWorker): void;
  onLost(error: unknown): void;
}

/** Starts a worker thread. */
export function startTransferLink(deps: TransferLinkDeps): TransferLink {
  const worker = new Worker(deps.workerPath, { workerData: deps.settings, execArgv: [], name: 'transfer' });
  let isOver = false;

  function lose(error: unknown): void {
    if (isOver) return;
    isOver = true;
    deps.onLost(error);
    void worker.terminate();
  }

  worker.on('message', (message: FromWorker) => {
    if (!isOver) deps.onMessage(message);
  });
  worker.on('messageerror', lose);
  worker.on('error', lose);
  worker.on('exit', (exitCode) => lose(new Error(`exit ${exitCode}`)));
  return {
    post: (message) => worker.postMessage(message, []),
    end: async () => {
      isOver = true;
      await worker.terminate();
    },
  };
}
