import { Worker } from 'node:worker_threads';
import type { CallRequest, WorkerMessage } from './messages.ts';
import type { WorkerSettings } from './worker/serve-calls.ts';

/** What is heard from a running worker. */
export interface WorkerEvents {
  onMessage(message: WorkerMessage): void;
  /** It is gone, told once: after an error it did not catch, or because something ended it. */
  onEnd(error: unknown): void;
}

/** A running worker; `moved` are buffers it takes over. */
export interface WorkerLink {
  post(request: CallRequest, moved: readonly ArrayBuffer[]): void;
  /** Ends it at once. */
  end(): Promise<void>;
}

/** Starts the library worker, in a thread of its own or (in unit tests) in this one. */
export type StartWorker = (events: WorkerEvents) => WorkerLink;

/** Starts it from its file, `library-worker.cjs` in the built app. */
export function threadStarter(workerPath: string, settings: WorkerSettings): StartWorker {
  return (events) => {
    const worker = new Worker(workerPath, { workerData: settings });
    let reason: unknown = new Error('the worker ended');
    worker.on('message', (message: WorkerMessage) => {
      events.onMessage(message);
    });
    worker.on('error', (error) => {
      reason = error;
    });
    worker.once('exit', () => {
      events.onEnd(reason);
    });
    return {
      post(request, moved) {
        worker.postMessage(request, moved);
      },
      async end() {
        await worker.terminate();
      },
    };
  };
}
