/** A transfer worker that dies at a job for an asset called `crash-…` and does the others as usual. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ToWorker, WorkerSettings } from '../messages.ts';
import { serveTransfers } from '../worker/serve-transfers.ts';

const port = parentPort;
if (port === null) throw new Error('runs as a worker thread only');

function crash(assetId: string): void {
  if (assetId === 'crash-exit') process.exit(7);
  setTimeout(() => {
    throw new TypeError('a message that must not be logged');
  }, 20);
}

serveTransfers(
  {
    postMessage: (message) => port.postMessage(message),
    on: (event, listener) =>
      port.on(event, (message: ToWorker) => {
        if (message.type === 'run' && message.job.assetId.startsWith('crash-')) crash(message.job.assetId);
        else listener(message);
      }),
  },
  workerData as WorkerSettings,
);
