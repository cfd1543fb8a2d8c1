import { tagSizeBytes } from './format.ts';
import type { OpenLrm } from './open-lrm.ts';
import { errnoOf, fail, failFromSystem, type LrmFailure, type LrmOutcome } from './outcome.ts';
import { openSegment } from './segment-cipher.ts';
import { segmentPlace, type SegmentRun } from './segment-layout.ts';

/** One segment as it came from the disk: its plaintext, or why there is none. */
export interface OpenedSegment {
  readonly segment: number;
  readonly plaintext: LrmOutcome<Uint8Array>;
}

/** Plain bytes whose stored bytes are asked of the disk at once: enough to make the call cheap, little enough to seek away from. */
const batchSizeBytes = 262_144;

/** Stored bytes of neighbouring segments, or why there are none. */
interface Batch {
  readonly run: SegmentRun;
  readonly buffer: Uint8Array;
  readonly read: LrmOutcome<number>;
}

/**
 * Reads and authenticates the segments of a run in order, each on its own: one that fails does not stop the rest. From the second
 * batch on, the disk reads the next while one is taken. Memory stays flat: two buffers for ciphertext, one new buffer for each plaintext that is asked for.
 */
export async function* openSegments(lrm: OpenLrm, run: SegmentRun): AsyncGenerator<OpenedSegment, void, void> {
  const { segmentSizeBytes } = lrm.info.layout;
  const perBatch = Math.max(1, Math.floor(batchSizeBytes / segmentSizeBytes));
  const spare: Uint8Array[] = [];
  const begin = (first: number): Promise<Batch> | null => {
    if (first >= run.endExclusive) return null;
    const size = Math.min(perBatch, run.endExclusive - run.first) * (segmentSizeBytes + tagSizeBytes);
    const batch = { first, endExclusive: Math.min(first + perBatch, run.endExclusive) };
    const reading = readBatch(lrm, batch, spare.pop() ?? new Uint8Array(size));
    // Nobody waits for it when the rest is not wanted any more.
    reading.catch(() => undefined);
    return reading;
  };
  let next = begin(run.first);
  while (next !== null) {
    const batch = await next;
    // After a seek one batch may be all that is wanted.
    const isReadOn = batch.run.first > run.first;
    const ahead = isReadOn ? begin(batch.run.endExclusive) : null;
    yield* openBatch(lrm, batch);
    spare.push(batch.buffer);
    next = ahead ?? begin(batch.run.endExclusive);
  }
}

async function readBatch(lrm: OpenLrm, run: SegmentRun, buffer: Uint8Array): Promise<Batch> {
  const { layout } = lrm.info;
  const start = segmentPlace(layout, run.first).fileOffset;
  const last = segmentPlace(layout, run.endExclusive - 1);
  const wantedBytes = last.fileOffset + last.storedSizeBytes - start;
  return { run, buffer, read: await readChecked(lrm, buffer.subarray(0, wantedBytes), start, last.isLast) };
}

async function* openBatch(lrm: OpenLrm, { run, buffer, read }: Batch): AsyncGenerator<OpenedSegment, void, void> {
  const start = segmentPlace(lrm.info.layout, run.first).fileOffset;
  if (!read.ok && read.errno === 'EIO' && run.endExclusive - run.first > 1) {
    // A bad place on the disk: ask one by one, so that only the segment on it is lost.
    for (let segment = run.first; segment < run.endExclusive; segment += 1) {
      yield* openBatch(lrm, await readBatch(lrm, { first: segment, endExclusive: segment + 1 }, buffer));
    }
    return;
  }
  for (let segment = run.first; segment < run.endExclusive; segment += 1) {
    yield { segment, plaintext: read.ok ? openOne(lrm, segment, buffer, start, read.value) : { ...read, segment } };
  }
}

function openOne(lrm: OpenLrm, segment: number, buffer: Uint8Array, start: number, availableBytes: number) {
  // Closed while the consumer had the previous segment: the key is gone, which must not look like damage.
  if (lrm.isClosed()) return fail('closed', { segment });
  const place = segmentPlace(lrm.info.layout, segment);
  const from = place.fileOffset - start;
  const to = from + place.storedSizeBytes;
  if (to > availableBytes) return fail('truncated', { segment });
  return openSegment(lrm.secrets, segment, place.isLast, buffer.subarray(from, to));
}

/** Reads, and at the file's end makes sure that it is the end: an extended file is refused even if it grew after opening. */
async function readChecked(
  lrm: OpenLrm,
  target: Uint8Array,
  position: number,
  isEnd: boolean,
): Promise<LrmOutcome<number>> {
  if (lrm.isClosed()) return fail('closed');
  try {
    const value = await lrm.file.readAt(target, position);
    if (isEnd && (await lrm.file.sizeBytes()) > lrm.info.layout.fileSizeBytes) return fail('too-long');
    return lrm.isClosed() ? fail('closed') : { ok: true, value };
  } catch (error) {
    return closedOr(lrm, error);
  }
}

function closedOr(lrm: OpenLrm, error: unknown): LrmFailure {
  return lrm.isClosed() && errnoOf(error) !== undefined ? fail('closed') : failFromSystem(error);
}
