import { parentPort } from 'node:worker_threads';
import { fail, type Result } from '../../../../contract/result.ts';
import type { ArchiveHandlers, ArchiveMessage, ArchiveRequest } from '../messages.ts';
import { createArchiveReading } from './read-archive.ts';
import { createArchiveWriting } from './write-archive.ts';

/** The archive worker's entry, bundled as `archive-worker.cjs`: writes one ZIP or reads one, one call after the other. */
function start(): void {
  const port = parentPort;
  if (port === null) throw new Error('archive-worker runs as a worker thread only');
  const tell = (message: ArchiveMessage): void => port.postMessage(message, []);
  const handlers: ArchiveHandlers = {
    ...createArchiveWriting(),
    ...createArchiveReading((share) => tell({ kind: 'share', share })),
  };
  let turn: Promise<void> = Promise.resolve();
  port.on('message', (request: ArchiveRequest) => {
    turn = turn.then(async () => {
      tell({ kind: 'answer', id: request.id, result: await resultOf(handlers, request) });
    });
  });
}

async function resultOf(handlers: ArchiveHandlers, { name, input }: ArchiveRequest): Promise<Result<unknown>> {
  const handler = handlers[name] as (value: unknown) => Promise<Result<unknown>>;
  try {
    return await handler(input);
  } catch {
    // A message could hold a person's words or a path.
    return fail('unexpected');
  }
}

start();
