/** A process that repairs one file until it ends or is killed; the job is the one argument, as JSON. It says each step of its progress. */
import type { CareCalls, WorkerSettings } from '../messages.ts';
import { createConnectionPool } from '../worker/connection-pool.ts';
import { repairFile } from '../worker/repair-file.ts';

const { job, settings, mediaKey } = JSON.parse(process.argv[2] ?? '{}') as {
  job: Omit<CareCalls['repair']['in'], 'mediaKey'>;
  settings: WorkerSettings;
  mediaKey: number[];
};
process.stdout.write('begin\n');
const result = await repairFile(
  { ...job, mediaKey: Uint8Array.from(mediaKey) },
  {
    connections: createConnectionPool(),
    settings,
    signal: new AbortController().signal,
    report: ({ phase, receivedBytes }) => process.stdout.write(`${phase} ${receivedBytes}\n`),
    nowMs: () => Date.now(),
  },
);
process.stdout.write(`end ${result.ok ? result.value.fetchedBytes : result.error.code}\n`);
process.exit(0);
