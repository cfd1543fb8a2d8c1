import { writeSync, writev } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { DiskPace } from './disk-pace.ts';

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
  readonly written: PromiseWithResolvers<void>;
}

/** More is not joined: about what a disk takes in one go, and far fewer pieces than the system allows (IOV_MAX). */
const largestBatchBytes = 1_048_576;
const mostSources = 256;

/**
 * Joins the writes of one turn of the event loop, and those that come while another is under way, into one call of the system: waking a thread for each segment
 * costs more than writing it, and the system lets only one call at a time write to a file anyway. With callbacks, because each promise of `node:fs/promises`
 * makes a buffer of its own. To a disk that has shown itself quick it writes at once, in this thread: there the bytes are still in the processor's cache, and
 * copying them from that of another core takes four times as long (`docs/decisions/0013-parallel-ranges.md`).
 */
export function createWriteBatches(handle: FileHandle, pace: DiskPace): WriteBatches {
  const waiting: Batch[] = [];
  let writing: Promise<void> | null = null;

  async function writeWaiting(): Promise<void> {
    // What else comes in this turn joins.
    await new Promise((resolve) => setImmediate(resolve));
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift())
      await writeAll(handle, batch.sources, batch.position).then(batch.written.resolve, batch.written.reject);
    writing = null;
  }

  function batchFor(position: number): Batch {
    const before = waiting.find(
      ({ sources, ...batch }) =>
        batch.position + batch.sizeBytes === position &&
        batch.sizeBytes < largestBatchBytes &&
        sources.length < mostSources,
    );
    if (before !== undefined) return before;
    const fresh: Batch = { position, sources: [], sizeBytes: 0, written: Promise.withResolvers() };
    waiting.push(fresh);
    return fresh;
  }

  async function writeHere(source: Uint8Array, position: number): Promise<void> {
    const begunAtMs = performance.now();
    let doneBytes = 0;
    while (doneBytes < source.byteLength)
      doneBytes += writeSync(handle.fd, source, doneBytes, source.byteLength - doneBytes, position + doneBytes);
    pace.stopped(performance.now() - begunAtMs);
  }

  return {
    add: (source, position) => {
      pace.wrote(source.byteLength);
      if (pace.isQuick() && writing === null && handle.fd >= 0) return writeHere(source, position);
      const batch = batchFor(position);
      batch.sources.push(source);
      batch.sizeBytes += source.byteLength;
      writing ??= writeWaiting();
      return batch.written.promise;
    },
    settled: async () => {
      await writing;
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
