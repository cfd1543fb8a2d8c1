import { Worker } from 'node:worker_threads';
import type { LineCost, LineReport } from '../../ports.ts';

/** Longer than the programs that are asked may take together. */
const timeoutMs = 8000;

/**
 * Asks the system about the line in a short-lived worker: starting a program stops the thread that starts it for longer (17 ms, and up to 30, in a process of 300 MB)
 * than the main thread may stand still.
 */
export function createLineCost(deps: {
  /** The built `line-worker.cjs`. */
  readonly workerPath: string;
  readonly environment: NodeJS.ProcessEnv;
}): LineCost {
  return {
    read: () =>
      new Promise((resolve) => {
        let report: LineReport = { cost: 'unknown', line: '' };
        const worker = new Worker(deps.workerPath, { env: deps.environment });
        const timer = setTimeout(() => void worker.terminate(), timeoutMs);
        worker.on('message', (answer: LineReport) => {
          report = answer;
        });
        // A worker that fails has nothing to say; its end follows.
        worker.on('error', () => undefined);
        worker.once('exit', () => {
          clearTimeout(timer);
          resolve(report);
        });
      }),
  };
}
