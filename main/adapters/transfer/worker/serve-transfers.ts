import { fail, type Result } from '../../../../contract/result.ts';
import type { FromWorker, ToWorker, WorkerSettings } from '../messages.ts';
import { lockOf, runCare } from './care.ts';
import { createConnectionPool } from './connection-pool.ts';
import { runMove, type MoveMemory } from './move/run-move.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { createRequestLedger } from './request-ledger.ts';
import { runTransfer } from './one-transfer.ts';
import { limitProgress } from './progress-limit.ts';
import { createRateLimit } from './rate-limit.ts';
import type { TransferTools } from './transfer-tools.ts';

/** The worker's end of the line to main. */
export interface TransferPort {
  postMessage(message: FromWorker): void;
  on(event: 'message', listener: (message: ToWorker) => void): unknown;
}

/** Runs the jobs that come over `port`, any number at a time, and answers each exactly once. */
export function serveTransfers(port: TransferPort, settings: WorkerSettings): void {
  const connections = createConnectionPool();
  const files = createOneAtATime();
  const limit = createRateLimit();
  const ledger = createRequestLedger((requests) => port.postMessage({ type: 'requests', requests }));
  const memory: MoveMemory = new Map();
  const running = new Map<number, AbortController>();

  async function run(
    jobId: number,
    job: { readonly lock: string; readonly mediaKey: Uint8Array },
    work: (tools: TransferTools) => Promise<Result<unknown>>,
  ): Promise<void> {
    const abort = new AbortController();
    running.set(jobId, abort);
    const progress = limitProgress((latest) => port.postMessage({ type: 'progress', jobId, ...latest }));
    const tools = {
      connections,
      settings,
      limit,
      ledger,
      signal: abort.signal,
      report: progress.report,
      nowMs: () => Date.now(),
    };
    let result: Result<unknown>;
    let defect: string | null = null;
    try {
      result = await files.run(job.lock, () => work(tools));
    } catch (error) {
      result = fail('unexpected');
      defect = error instanceof Error ? error.name : typeof error;
    } finally {
      job.mediaKey.fill(0);
      running.delete(jobId);
    }
    progress.flush();
    ledger.flush();
    port.postMessage({ type: 'ended', jobId, result, defect });
  }

  port.on('message', (message) => {
    switch (message.type) {
      case 'run':
        void run(message.jobId, { lock: message.job.paths.unfinished, mediaKey: message.job.mediaKey }, (tools) =>
          runTransfer(message.job, tools),
        );
        break;
      case 'care':
        void run(message.jobId, { lock: lockOf(message.call), mediaKey: message.call.input.mediaKey }, (tools) =>
          runCare(message.call, tools, files),
        );
        break;
      case 'move':
        void run(message.jobId, { lock: message.call.order.from.folder, mediaKey: new Uint8Array(0) }, (tools) =>
          runMove(message.call, tools, memory),
        );
        break;
      case 'cancel':
        running.get(message.jobId)?.abort();
        break;
      case 'limit':
        limit.set(message.bytesPerSecond);
        break;
      case 'sending':
        ledger.setRules(message.rules);
        break;
    }
  });
}
