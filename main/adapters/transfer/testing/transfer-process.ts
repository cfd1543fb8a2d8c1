/** A process that runs one job until it ends or is killed; the job is the one argument, as JSON. It says how many bytes are safe, and its end. */
import type { WorkerJob, WorkerSettings } from '../messages.ts';
import { createConnectionPool } from '../worker/connection-pool.ts';
import { runTransfer } from '../worker/one-transfer.ts';

const { job, settings, mediaKey } = JSON.parse(process.argv[2] ?? '{}') as {
  job: Omit<WorkerJob, 'mediaKey'>;
  settings: WorkerSettings;
  mediaKey: number[];
};
const result = await runTransfer(
  { ...job, mediaKey: Uint8Array.from(mediaKey) },
  {
    connections: createConnectionPool(),
    settings,
    signal: new AbortController().signal,
    report: (progress) => process.stdout.write(`${progress.receivedBytes}\n`),
    nowMs: () => Date.now(),
  },
);
process.stdout.write(`end ${result.ok ? 'ok' : result.error.code}\n`);
