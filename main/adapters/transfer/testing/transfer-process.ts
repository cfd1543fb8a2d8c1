/** A process that runs one job until it ends or is killed; the job is the one argument, as JSON. */
import type { WorkerJob, WorkerSettings } from '../messages.ts';
import { createTransferAgents } from '../worker/http-range-request.ts';
import { runTransfer } from '../worker/one-transfer.ts';

const { job, settings, mediaKey } = JSON.parse(process.argv[2] ?? '{}') as {
  job: Omit<WorkerJob, 'mediaKey'>;
  settings: WorkerSettings;
  mediaKey: number[];
};
await runTransfer(
  { ...job, mediaKey: Uint8Array.from(mediaKey) },
  {
    agents: createTransferAgents(),
    settings,
    signal: new AbortController().signal,
    report: (progress) => process.stdout.write(`${progress.receivedBytes}\n`),
    nowMs: () => Date.now(),
  },
);
