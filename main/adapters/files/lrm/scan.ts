import { headerSizeBytes, tagSizeBytes } from './format.ts';
import { freeAtOnce } from './free-at-once.ts';
import type { OpenLrm } from './open-lrm.ts';
import { fail, failFromSystem, succeed, type LrmFailure, type LrmOutcome } from './outcome.ts';
import type { SegmentRun } from './segment-layout.ts';
import { openSegments } from './segment-stream.ts';

/** Which segments are on the disk and authentic, and which are absent, torn or damaged; in order, runs as long as possible. */
export interface LrmScan {
  readonly intact: readonly SegmentRun[];
  readonly missing: readonly SegmentRun[];
  readonly intactCount: number;
  /** How many of the missing the disk refused to read (EIO): a bad sector, or a drive that is gone; ask before fetching. */
  readonly unreadableCount: number;
}

/** How far a scan is. */
export interface ScanProgress {
  readonly checkedSegments: number;
  readonly segmentCount: number;
}

/** `onProgress` is called after each segment; `signal` ends the scan with `cancelled`. */
export interface ScanOptions {
  readonly onProgress?: (progress: ScanProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a scan found of one segment: its plaintext, that it is not there, or that the disk refuses to say. */
export type SeenSegment = Uint8Array | 'missing' | 'unreadable';

/** Authenticates every segment of the file; `seen` hears of each in order, its plaintext good only during the call. Only what concerns the whole file ends it early. */
export async function scanSegments(
  lrm: OpenLrm,
  options: ScanOptions,
  seen: (segment: number, found: SeenSegment) => void = () => undefined,
): Promise<LrmOutcome<LrmScan>> {
  const { segmentCount } = lrm.info.layout;
  const intact: SegmentRun[] = [];
  const missing: SegmentRun[] = [];
  let intactCount = 0;
  let unreadableCount = 0;
  const begun = await begunSegments(lrm);
  if (!begun.ok) return begun;
  for await (const { segment, plaintext } of openSegments(lrm, { first: 0, endExclusive: begun.value })) {
    if (options.signal?.aborted === true) return fail('cancelled');
    if (!plaintext.ok && !concernsOneSegment(plaintext)) return plaintext;
    const isUnreadable = !plaintext.ok && plaintext.fault === 'io-error';
    if (isUnreadable) unreadableCount += 1;
    append(plaintext.ok ? intact : missing, segment);
    if (plaintext.ok) intactCount += 1;
    seen(segment, plaintext.ok ? plaintext.value : isUnreadable ? 'unreadable' : 'missing');
    if (plaintext.ok) freeAtOnce(plaintext.value);
    options.onProgress?.({ checkedSegments: segment + 1, segmentCount });
  }
  for (let segment = begun.value; segment < segmentCount; segment += 1) {
    append(missing, segment);
    seen(segment, 'missing');
  }
  return succeed({ intact, missing, intactCount, unreadableCount });
}

/** How many segments have at least a byte in the file: behind its end there is nothing to read. */
async function begunSegments(lrm: OpenLrm): Promise<LrmOutcome<number>> {
  if (lrm.isClosed()) return fail('closed');
  const { segmentCount, segmentSizeBytes } = lrm.info.layout;
  try {
    const storedBytes = (await lrm.file.sizeBytes()) - headerSizeBytes;
    return succeed(Math.min(segmentCount, Math.max(0, Math.ceil(storedBytes / (segmentSizeBytes + tagSizeBytes)))));
  } catch (error) {
    return lrm.isClosed() ? fail('closed') : failFromSystem(error);
  }
}

function concernsOneSegment({ fault, errno }: LrmFailure): boolean {
  return fault === 'damaged-segment' || fault === 'truncated' || (fault === 'io-error' && errno === 'EIO');
}

function append(runs: SegmentRun[], segment: number): void {
  const last = runs.at(-1);
  if (last?.endExclusive === segment) runs[runs.length - 1] = { first: last.first, endExclusive: segment + 1 };
  else runs.push({ first: segment, endExclusive: segment + 1 });
}
