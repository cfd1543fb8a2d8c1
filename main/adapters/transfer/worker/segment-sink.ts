import { truncate } from 'node:fs/promises';
import type { AppErrorCode } from '../../../../contract/result.ts';
import { codeOfWriteFault } from '../../files/disk-codes.ts';
import { segmentPlace } from '../../files/lrm/index.ts';
import type { PartFile } from './part-file.ts';

/** Segments that may be on their way to the disk while the next one fills. */
const writesAtOnce = 4;

/** How a sink works: `path` is the file's own, `onDurable` hears how many bytes from the start are safe on the disk. */
export interface SegmentSinkOptions {
  readonly path: string;
  readonly syncEveryBytes: number;
  readonly syncEveryMs: number;
  onDurable(durableBytes: number): void;
}

/** Cuts bytes as they come into segments and writes them behind what the file holds. */
export interface SegmentSink {
  /** Resolves when it can take more, with the disk's fault if there was one. The chunk may be reused then. */
  readonly take: (chunk: Uint8Array) => Promise<AppErrorCode | null>;
  /** Ends the writing, makes durable what is whole and forgets the rest; a segment begun is not written. */
  finish(): Promise<AppErrorCode | null>;
}

/** Makes a sink that appends to `part`; the file stays open. */
export function createSegmentSink(part: PartFile, options: SegmentSinkOptions): SegmentSink {
  const { writer } = part;
  const { layout } = writer.info;
  const plain = new Uint8Array(layout.segmentSizeBytes);
  const inFlight = new Set<Promise<void>>();
  let filledBytes = 0;
  let segment = Math.floor(part.heldBytes / layout.segmentSizeBytes);
  let issuedBytes = part.heldBytes;
  let syncAskedBytes = part.heldBytes;
  let durableBytes = part.heldBytes;
  let fault: AppErrorCode | null = null;
  let syncing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  function issue(): void {
    // Sealed before the call returns, so the buffer is free again at once.
    const written = writer.writeSegment(segment, plain.subarray(0, filledBytes)).then((outcome) => {
      if (!outcome.ok) fault ??= codeOfWriteFault(outcome.fault);
      inFlight.delete(written);
    });
    inFlight.add(written);
    segment += 1;
    issuedBytes += filledBytes;
    filledBytes = 0;
    timer ??= setTimeout(beginSync, options.syncEveryMs);
  }

  function beginSync(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    syncAskedBytes = issuedBytes;
    syncing = syncUpTo(issuedBytes, syncing, [...inFlight]);
    // Whoever takes or finishes next awaits it; until then a rejection is not unhandled.
    syncing.catch(() => undefined);
  }

  async function syncUpTo(upToBytes: number, before: Promise<void>, writes: readonly Promise<void>[]): Promise<void> {
    await before;
    await Promise.all(writes);
    if (fault !== null || durableBytes === upToBytes) return;
    const synced = await writer.sync();
    if (!synced.ok) {
      fault = codeOfWriteFault(synced.fault);
      await distrustTail();
      return;
    }
    durableBytes = upToBytes;
    options.onDurable(durableBytes);
  }

  /**
   * After a failed fsync the system may show lost pages as if they were on the disk (Rebello et al., USENIX ATC 2020), so a
   * later scan would believe them: what was not confirmed is cut off.
   */
  async function distrustTail(): Promise<void> {
    if (durableBytes === layout.plainSizeBytes) return;
    const place = segmentPlace(layout, durableBytes / layout.segmentSizeBytes);
    await truncate(options.path, place.fileOffset).catch(() => undefined);
  }

  return {
    take: async (chunk) => {
      let takenBytes = 0;
      while (takenBytes < chunk.byteLength && fault === null) {
        const wantedBytes = segmentPlace(layout, segment).plainSizeBytes - filledBytes;
        const piece = chunk.subarray(takenBytes, takenBytes + wantedBytes);
        plain.set(piece, filledBytes);
        filledBytes += piece.byteLength;
        takenBytes += piece.byteLength;
        if (piece.byteLength < wantedBytes) break;
        issue();
        if (inFlight.size >= writesAtOnce) await Promise.race(inFlight);
        if (issuedBytes - syncAskedBytes >= options.syncEveryBytes) {
          await syncing;
          beginSync();
        }
      }
      if (fault === null) part.digest.update(chunk);
      return fault;
    },
    finish: async () => {
      beginSync();
      plain.fill(0);
      await syncing;
      await Promise.all(inFlight);
      return fault;
    },
  };
}
