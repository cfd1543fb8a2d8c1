import { tagSizeBytes } from './format.ts';
import type { LrmInfo } from './header-seal.ts';
import type { OpenLrm } from './open-lrm.ts';
import { errnoOf, fail, failFromSystem, succeed, type LrmFailure, type LrmOutcome } from './outcome.ts';
import { scanSegments, type LrmScan, type ScanOptions } from './scan.ts';
import { openSegment, sealSegment } from './segment-cipher.ts';
import { segmentPlace, type SegmentPlace, type SegmentRun } from './segment-layout.ts';
import { createSegmentMarks, type SegmentMark } from './segment-marks.ts';
import { openSegments, type OpenedSegment } from './segment-stream.ts';
import { createUnconfirmed } from './unconfirmed.ts';

/** Writes the segments of one file, in any order, several at a time; one writer for a file at a time. */
export interface LrmWriter {
  readonly info: LrmInfo;
  /**
   * Encrypts and writes one segment; `plaintext` is exactly as long as `segmentPlace` says and may be reused as soon as
   * the call has returned its promise. `already-there`: the same bytes were on the disk. A segment that is there with other
   * content is never overwritten (`different-content`), because that would use a nonce for two plaintexts.
   * After `no-space` or `io-error` the same segment may be written again.
   */
  writeSegment(segment: number, plaintext: Uint8Array): Promise<LrmOutcome<'written' | 'already-there'>>;
  /**
   * Reads the whole file and says which segments are there: after a crash the bytes are the truth, not a journal. `onIntact` gets each
   * plaintext, good only during the call.
   */
  scanIntact(
    options?: ScanOptions & { readonly onIntact?: (segment: number, plaintext: Uint8Array) => void },
  ): Promise<LrmOutcome<LrmScan>>;
  /** Reads segments back from the disk, in order. */
  readBack(run: SegmentRun): AsyncIterable<OpenedSegment>;
  /**
   * Makes durable what `writeSegment` has reported written. A failure closes the writer and is never tried again: after a
   * failed fsync the system may call lost pages clean (Rebello et al., USENIX ATC 2020). What was not confirmed is struck out of the file
   * (`sync-failed`), or if that fails too, nothing of the file is to be believed (`sync-doubtful`). One call at a time.
   */
  sync(): Promise<LrmOutcome<void>>;
  /** Forgets the key and closes, without a sync; may be called again. */
  close(): Promise<LrmOutcome<void>>;
}

/** A writer on an open file; `initial` is what is known of its segments: `absent` in a new file, else `unknown`. */
export function createLrmWriter(lrm: OpenLrm, initial: 'absent' | 'unknown'): LrmWriter {
  const { info, file, secrets } = lrm;
  const marks = createSegmentMarks(initial);
  const unconfirmed = createUnconfirmed();
  const storing = new Set<Promise<unknown>>();
  /** Buffers for ciphertext that no write needs any more: a new one for each segment would cost more than its encryption. */
  const spare: Uint8Array[] = [];
  let isFailed = false;

  async function writeSegment(
    segment: number,
    plaintext: Uint8Array,
  ): Promise<LrmOutcome<'written' | 'already-there'>> {
    const place = segmentPlace(info.layout, segment);
    if (plaintext.byteLength !== place.plainSizeBytes) throw new RangeError('lrm: plaintext of the wrong length');
    if (lrm.isClosed() || isFailed) return fail('closed', { segment });
    const before = marks.get(segment);
    if (before === 'busy') throw new Error('lrm: segment is being written');
    const buffer = spare.pop() ?? new Uint8Array(info.layout.segmentSizeBytes + tagSizeBytes);
    const sealed = sealSegment(secrets, segment, place.isLast, plaintext, buffer.subarray(0, place.storedSizeBytes));
    marks.set(segment, 'busy');
    const stored = store(segment, place, sealed, before);
    storing.add(stored);
    const outcome = await stored;
    storing.delete(stored);
    spare.push(buffer);
    const isThere = outcome.ok || outcome.fault === 'different-content';
    marks.set(segment, isThere ? 'intact' : 'unknown');
    return outcome;
  }

  async function store(
    segment: number,
    place: SegmentPlace,
    sealed: Uint8Array,
    before: SegmentMark,
  ): Promise<LrmOutcome<'written' | 'already-there'>> {
    try {
      if (before !== 'absent') {
        const stored = await authenticStored(segment, place);
        if (lrm.isClosed()) return fail('closed', { segment });
        if (stored !== null) {
          return Buffer.compare(stored, sealed) === 0
            ? succeed('already-there')
            : fail('different-content', { segment });
        }
      }
      // Counts from its end on: an fsync that began before says nothing about it.
      await file.writeAt(sealed, place.fileOffset).finally(() => unconfirmed.written(segment));
      return succeed('written');
    } catch (error) {
      return closedOr(error, segment);
    }
  }

  async function authenticStored(segment: number, place: SegmentPlace): Promise<Uint8Array | null> {
    const stored = new Uint8Array(place.storedSizeBytes);
    const readBytes = await file.readAt(stored, place.fileOffset).catch((error: unknown) => {
      // An unreadable place is as good as an empty one: writing lets the disk give the segment another sector.
      if (errnoOf(error) === 'EIO') return 0;
      throw error;
    });
    if (readBytes < stored.byteLength) return null;
    return openSegment(secrets, segment, place.isLast, stored).ok ? stored : null;
  }

  async function sync(): Promise<LrmOutcome<void>> {
    if (lrm.isClosed() || isFailed) return fail('closed');
    const asked = unconfirmed.begin();
    try {
      await file.sync();
      unconfirmed.confirm(asked);
      return succeed(undefined);
    } catch (error) {
      const failure = closedOr(error);
      if (failure.fault === 'closed') return failure;
      isFailed = true;
      const isStruckOut = await strikeOut();
      await lrm.close();
      return { ...failure, fault: isStruckOut ? 'sync-failed' : 'sync-doubtful' };
    }
  }

  async function strikeOut(): Promise<boolean> {
    await Promise.all(storing);
    try {
      await unconfirmed.strikeOut(file, info.layout);
      return true;
    } catch (error) {
      closedOr(error);
      return false;
    }
  }

  function closedOr(error: unknown, segment?: number): LrmFailure {
    const failure = failFromSystem(error, segment);
    return lrm.isClosed() ? { ...failure, fault: 'closed' } : failure;
  }

  return {
    info,
    writeSegment,
    scanIntact: ({ onIntact, ...options } = {}) =>
      scanSegments(lrm, options, (segment, found) => {
        if (typeof found !== 'string') {
          unconfirmed.confirmed(segment);
          onIntact?.(segment, found);
        }
        // What the disk refuses to say stays unknown: it is asked once more before anything is written there.
        if (found === 'unreadable' || marks.get(segment) === 'busy') return;
        marks.set(segment, found === 'missing' ? 'absent' : 'intact');
      }),
    readBack: (run) => openSegments(lrm, run),
    sync,
    close: () => lrm.close(),
  };
}
