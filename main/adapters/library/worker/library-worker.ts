import { parentPort, workerData } from 'node:worker_threads';
import type { CallRequest, WorkerMessage } from '../messages.ts';
import { transferablesOf } from '../transferables.ts';
import { createCallServer, type WorkerSettings } from './serve-calls.ts';

/** The worker thread's entry: the one place that runs something when it is loaded, because that is what a thread is for. */
function start(): void {
  const port = parentPort;
  if (port === null) throw new Error('library-worker runs as a worker thread only');
  const server = createCallServer(workerData as WorkerSettings, (message: WorkerMessage) => {
    port.postMessage(
      message,
      message.kind === 'answer' && message.result.ok ? transferablesOf(message.result.value) : [],
    );
  });
  port.on('message', (request: CallRequest) => {
    server.serve(request);
  });
}

start();
