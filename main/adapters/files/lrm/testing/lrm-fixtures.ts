import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createLrmFile,
  openLrmReader,
  type LrmOutcome,
  type LrmWriter,
  type OpenFile,
  type SegmentRun,
} from '../index.ts';
import { plainRangeOfRun, segmentPlace } from '../segment-layout.ts';

/** A real folder for one test file, with names that never come twice. */
export async function makeWorkFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'lrm-'));
  let count = 0;
  return {
    folder,
    newPath: () => join(folder, `${(count += 1)}.lrm`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The value of an outcome that must be one. */
export function valueOf<T>(outcome: LrmOutcome<T>): T {
  if (!outcome.ok) throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** The fault of an outcome, or `ok`. */
export function faultOf(outcome: LrmOutcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.fault;
}

/** The share of one segment in a plaintext. */
export function pieceOf(writer: Pick<LrmWriter, 'info'>, plaintext: Uint8Array, segment: number): Uint8Array {
  const { plainOffset, plainSizeBytes } = segmentPlace(writer.info.layout, segment);
  return plaintext.subarray(plainOffset, plainOffset + plainSizeBytes);
}

/** Writes the segments of some runs, as a resumed download does. */
export async function writeRuns(writer: LrmWriter, plaintext: Uint8Array, runs: readonly SegmentRun[]): Promise<void> {
  for (const run of runs) {
    const { startByte, endByteExclusive } = plainRangeOfRun(writer.info.layout, run);
    const fetched = plaintext.subarray(startByte, endByteExclusive);
    for (let segment = run.first; segment < run.endExclusive; segment += 1) {
      const from = segment * writer.info.layout.segmentSizeBytes - startByte;
      const piece = fetched.subarray(from, from + segmentPlace(writer.info.layout, segment).plainSizeBytes);
      valueOf(await writer.writeSegment(segment, piece));
    }
  }
}

/** Makes a finished file and answers its bytes. */
export async function makeLrm(options: {
  path: string;
  mediaKey: Uint8Array;
  plaintext: Uint8Array;
  segmentSizeBytes?: number;
  mediaId?: string;
  order?: readonly number[];
}): Promise<Buffer> {
  const { path, mediaKey, plaintext, segmentSizeBytes = 16, mediaId = 'asset-1' } = options;
  const writer = valueOf(
    await createLrmFile({ path, mediaId, mediaKey, plainSizeBytes: plaintext.byteLength, segmentSizeBytes }),
  );
  const order = options.order ?? Array.from({ length: writer.info.layout.segmentCount }, (_, segment) => segment);
  for (const segment of order) valueOf(await writer.writeSegment(segment, pieceOf(writer, plaintext, segment)));
  valueOf(await writer.sync());
  valueOf(await writer.close());
  return readFile(path);
}

/** All bytes of a range, or the failure that ended it. */
export async function readAll(range: AsyncIterable<LrmOutcome<Uint8Array>>): Promise<LrmOutcome<Uint8Array>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of range) {
    if (!piece.ok) return piece;
    pieces.push(piece.value);
  }
  return { ok: true, value: Buffer.concat(pieces) };
}

/** A read-only file in memory: thousands of changed files are too many for the disk. */
export function inMemory(bytes: Uint8Array): OpenFile {
  const refuse = () => Promise.reject(new Error('read only'));
  return async () => ({
    readAt: async (target, position) => {
      const piece = bytes.subarray(position, position + target.byteLength);
      target.set(piece);
      return piece.byteLength;
    },
    sizeBytes: async () => bytes.byteLength,
    writeAt: refuse,
    truncate: refuse,
    sync: refuse,
    close: async () => undefined,
  });
}

/**
 * What a reader makes of some bytes: the fault at opening, or for each segment `same`, `OTHER BYTES` (which must never be)
 * or its fault.
 */
export async function inspect(
  bytes: Uint8Array,
  mediaKey: Uint8Array,
  plaintext: Uint8Array,
  allowIncomplete = false,
): Promise<string | string[]> {
  const opened = await openLrmReader({ path: '', mediaKey, allowIncomplete, openFile: inMemory(bytes) });
  if (!opened.ok) return opened.fault;
  const reader = opened.value;
  const seen: string[] = [];
  for (let segment = 0; segment < reader.info.layout.segmentCount; segment += 1) {
    const outcome = await reader.read(segment);
    const isSame = outcome.ok && Buffer.compare(outcome.value, pieceOf(reader, plaintext, segment)) === 0;
    seen.push(outcome.ok ? (isSame ? 'same' : 'OTHER BYTES') : outcome.fault);
  }
  await reader.close();
  return seen;
}

/** Twenty segments, the last one short: small enough to try everything on it. */
export const twentySegments = { segmentSizeBytes: 16, plaintext: new Uint8Array(randomBytes(20 * 16 - 5)) };
