import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../../contract/result.ts';
import type { ArchiveCallName, ArchiveCalls, ArchiveMessage, ArchiveRequest } from './messages.ts';

/** A running archive worker: one call after the other, one answer each, never a rejection. */
export interface ArchiveLink {
  /** The buffer of bytes is moved away. */
  call<Name extends ArchiveCallName>(
    name: Name,
    input: ArchiveCalls[Name]['in'],
  ): Promise<Result<ArchiveCalls[Name]['out']>>;
  /** Ends the thread. */
  end(): Promise<void>;
}

/** Starts a worker for one archive; `onShare` hears how far checking is. */
export function startArchiveLink(workerPath: string, onShare: (share: number) => void = () => undefined): ArchiveLink {
  const worker = new Worker(workerPath, { execArgv: [], name: 'archive' });
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  let isGone = false;

  function lose(): void {
    isGone = true;
    for (const answer of waiting.values()) answer(fail('disk-failed'));
    waiting.clear();
  }

  worker.on('message', (message: ArchiveMessage) => {
    if (message.kind === 'share') {
      onShare(message.share);
      return;
    }
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  });
  worker.on('error', lose);
  worker.on('exit', lose);
  return {
    call(name, input) {
      if (isGone) return Promise.resolve(fail('disk-failed'));
      lastId += 1;
      const request: ArchiveRequest = { id: lastId, name, input };
      return new Promise((resolve) => {
        waiting.set(lastId, (result) => resolve(result as Result<never>));
        worker.postMessage(request, movable(input));
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}

function movable(input: unknown): ArrayBuffer[] {
  if (!(input instanceof Uint8Array) || !(input.buffer instanceof ArrayBuffer)) return [];
  return input.byteLength === input.buffer.byteLength ? [input.buffer] : [];
}
