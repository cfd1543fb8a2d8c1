import { rm } from 'node:fs/promises';
import type { AppErrorCode } from '../../../../contract/result.ts';
import { codeOfSyncFailure, codeOfWriteFault } from '../../files/disk-codes.ts';
import { segmentPlace, type LrmWriter } from '../../files/lrm/index.ts';
import type { PlainDigest } from './plain-digest.ts';
import { createWriteBehind } from './write-behind.ts';

/** Plain bytes that may be on their way to the system while the next ones fill: a commit of its journal holds writes up for some hundredths of a second. */
const mostBytesInFlight = 8 * 1024 * 1024;

/** How a sink works: `path` is the file's own; `onDurable` hears how many more plain bytes are safe on the disk. */
export interface SegmentSinkOptions {
  readonly path: string;
  readonly syncEveryBytes: number;
  readonly syncEveryMs: number;
  /** Hears of every segment, where somebody wants the digest. */
  readonly digest?: PlainDigest;
  onDurable(moreBytes: number): void;
}

/** Bytes of one connection, from the start of a segment on. */
export interface SinkLane {
  /** Takes bytes, which may be reused then; a promise says when there is room for more. Bytes that come before that wait in memory. */
  take(piece: Uint8Array): Promise<void> | null;
  /** The first segment that is not whole; what was begun of it is forgotten. */
  end(): number;
}

/** Cuts bytes of several connections into segments and writes them into one file. */
export interface SegmentSink {
  lane(firstSegment: number): SinkLane;
  /** What the disk said against it; null as long as it does its work. */
  fault(): AppErrorCode | null;
  /** Makes durable what is whole. */
  finish(): Promise<AppErrorCode | null>;
}

/** Makes a sink for `writer`; the file stays open. */
export function createSegmentSink(writer: LrmWriter, options: SegmentSinkOptions): SegmentSink {
  const { layout } = writer.info;
  const inFlight = new Set<Promise<void>>();
  const behind = createWriteBehind(options.syncEveryBytes);
  let bytesInFlight = 0;
  let fault: AppErrorCode | null = null;
  let syncing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  function issue(segment: number, plaintext: Uint8Array): void {
    // Sealed before the call returns, so the buffer is free again at once.
    const { byteLength } = plaintext;
    const written = writer.writeSegment(segment, plaintext).then((outcome) => {
      if (outcome.ok) options.digest?.stored(segment);
      else fault ??= codeOfWriteFault(outcome.fault);
      inFlight.delete(written);
      bytesInFlight -= byteLength;
    });
    options.digest?.passed(segment, plaintext);
    inFlight.add(written);
    bytesInFlight += byteLength;
    behind.written(byteLength);
    timer ??= setTimeout(beginSync, options.syncEveryMs);
    if (behind.isSyncDue()) beginSync();
  }

  function beginSync(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    syncing = syncThese(behind.begin(), syncing, [...inFlight]).finally(() => {
      if (fault === null && behind.isSyncDue()) beginSync();
    });
    // Whoever takes or finishes next awaits it; until then a rejection is not unhandled.
    syncing.catch(() => undefined);
  }

  async function syncThese(bytes: number, before: Promise<void>, writes: readonly Promise<void>[]): Promise<void> {
    await before;
    await Promise.all(writes);
    if (fault !== null || bytes === 0) return behind.ended(bytes, 0);
    const begunAtMs = performance.now();
    const synced = await writer.sync();
    behind.ended(bytes, performance.now() - begunAtMs);
    if (synced.ok) {
      options.onDurable(bytes);
      return;
    }
    fault = codeOfSyncFailure(synced);
    // Nobody can say any more which of its segments are on the disk.
    if (synced.fault === 'sync-doubtful') await rm(options.path, { force: true }).catch(() => undefined);
  }

  const isFull = (): boolean => bytesInFlight >= mostBytesInFlight || behind.isFull();

  async function room(): Promise<void> {
    if (bytesInFlight >= mostBytesInFlight) await Promise.race(inFlight);
    if (behind.isFull()) await syncing;
  }

  function lane(firstSegment: number): SinkLane {
    const plain = new Uint8Array(layout.segmentSizeBytes);
    let segment = firstSegment;
    let filledBytes = 0;
    let queue: Promise<void> | null = null;

    /** Takes what there is room for and answers what is left, which may be nothing; null when all was taken and there is room. */
    function fill(bytes: Uint8Array): Uint8Array | null {
      let taken = 0;
      while (taken < bytes.byteLength && fault === null) {
        const wantedBytes = segmentPlace(layout, segment).plainSizeBytes - filledBytes;
        const isAll = taken === 0 && bytes.byteLength <= wantedBytes;
        const piece = isAll ? bytes : bytes.subarray(taken, taken + wantedBytes);
        plain.set(piece, filledBytes);
        filledBytes += piece.byteLength;
        taken += piece.byteLength;
        if (piece.byteLength < wantedBytes) break;
        issue(segment, plain.subarray(0, filledBytes));
        segment += 1;
        filledBytes = 0;
        if (isFull()) return bytes.subarray(taken);
      }
      return null;
    }

    async function fillInTurn(bytes: Uint8Array, before: Promise<void> | null): Promise<void> {
      await before;
      let rest = fill(bytes);
      while (rest !== null) {
        await room();
        rest = rest.byteLength === 0 && !isFull() ? null : fill(rest);
        if (fault !== null) return;
      }
    }

    return {
      take: (piece) => {
        let left: Uint8Array | null = piece;
        if (queue === null) left = fill(piece);
        if (left === null) return null;
        const mine: Promise<void> = fillInTurn(Uint8Array.prototype.slice.call(left), queue ?? room()).finally(() => {
          if (queue === mine) queue = null;
        });
        queue = mine;
        return mine;
      },
      end: () => {
        plain.fill(0);
        return segment;
      },
    };
  }

  return {
    lane,
    fault: () => fault,
    finish: async () => {
      beginSync();
      await syncing;
      await Promise.all(inFlight);
      return fault;
    },
  };
}
