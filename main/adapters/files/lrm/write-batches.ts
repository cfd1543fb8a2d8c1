import { writev } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/** Writes to one file, joined where they follow each other. */
export interface WriteBatches {
  /** Resolves when these bytes are written; the source may not be changed before. */
  add(source: Uint8Array, position: number): Promise<void>;
  /** Resolves when nothing is being written any more. */
  settled(): Promise<void>;
}

interface Batch {
  readonly position: number;
  readonly sources: Uint8Array[];
  sizeBytes: number;
  readonly written: Promise<void>;
  readonly begin: () => void;
}

/** More is not joined: about what a disk takes in one go, and far fewer pieces than the system allows (IOV_MAX). */
const largestBatchBytes = 1_048_576;
const mostSources = 256;

/**
 * Joins the writes of one turn of the event loop into one call of the system: waking a thread for each segment costs more than writing it. Nothing
 * waits longer than that turn. With callbacks, because each promise of `node:fs/promises` makes a buffer of its own.
 */
export function createWriteBatches(handle: FileHandle): WriteBatches {
  const writing = new Set<Promise<void>>();
  let next: Batch | null = null;

  function begin(): void {
    next?.begin();
    next = null;
  }

  function newBatch(position: number): Batch {
    const sources: Uint8Array[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const written = promise.then(() => writeAll(handle, sources, position)).finally(() => writing.delete(written));
    writing.add(written);
    setImmediate(() => {
      if (next?.written === written) begin();
    });
    return { position, sources, sizeBytes: 0, written, begin: resolve };
  }

  return {
    add: (source, position) => {
      const follows =
        next !== null &&
        next.position + next.sizeBytes === position &&
        next.sizeBytes < largestBatchBytes &&
        next.sources.length < mostSources;
      if (!follows) begin();
      next ??= newBatch(position);
      next.sources.push(source);
      next.sizeBytes += source.byteLength;
      return next.written;
    },
    settled: async () => {
      begin();
      await Promise.allSettled(writing);
    },
  };
}

async function writeAll(handle: FileHandle, sources: readonly Uint8Array[], position: number): Promise<void> {
  let left = sources.filter((source) => source.byteLength > 0);
  let at = position;
  while (left.length > 0) {
    const writtenBytes = await writeSome(handle, left, at);
    at += writtenBytes;
    left = behind(left, writtenBytes);
  }
}

function writeSome(handle: FileHandle, sources: readonly Uint8Array[], position: number): Promise<number> {
  // A closed handle has no descriptor, and its own call says so as the system does.
  if (handle.fd < 0) return handle.writev(sources, position).then(({ bytesWritten }) => bytesWritten);
  return new Promise((resolve, reject) => {
    writev(handle.fd, sources, position, (error, writtenBytes) => {
      if (error === null) resolve(writtenBytes);
      else reject(error);
    });
  });
}

/** What is left of these when so many bytes of them are gone. */
function behind(sources: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let goneBytes = bytes;
  return sources.flatMap((source) => {
    const cutBytes = Math.min(goneBytes, source.byteLength);
    goneBytes -= cutBytes;
    return cutBytes === source.byteLength ? [] : [source.subarray(cutBytes)];
  });
}
