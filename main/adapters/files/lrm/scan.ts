import type { OpenLrm } from './open-lrm.ts';
import { fail, succeed, type LrmFailure, type LrmOutcome } from './outcome.ts';
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

/** Authenticates every segment of the file; `seen` hears of each. Only what concerns the whole file ends it early. */
export async function scanSegments(
  lrm: OpenLrm,
  options: ScanOptions,
  seen: (segment: number, isIntact: boolean) => void = () => undefined,
): Promise<LrmOutcome<LrmScan>> {
  const { segmentCount } = lrm.info.layout;
  const intact: SegmentRun[] = [];
  const missing: SegmentRun[] = [];
  let intactCount = 0;
  let unreadableCount = 0;
  for await (const { segment, plaintext } of openSegments(lrm, { first: 0, endExclusive: segmentCount })) {
    if (options.signal?.aborted === true) return fail('cancelled');
    if (!plaintext.ok && !concernsOneSegment(plaintext)) return plaintext;
    if (!plaintext.ok && plaintext.fault === 'io-error') unreadableCount += 1;
    append(plaintext.ok ? intact : missing, segment);
    if (plaintext.ok) intactCount += 1;
    seen(segment, plaintext.ok);
    options.onProgress?.({ checkedSegments: segment + 1, segmentCount });
  }
  return succeed({ intact, missing, intactCount, unreadableCount });
}

function concernsOneSegment({ fault, errno }: LrmFailure): boolean {
  return fault === 'damaged-segment' || fault === 'truncated' || (fault === 'io-error' && errno === 'EIO');
}

function append(runs: SegmentRun[], segment: number): void {
  const last = runs.at(-1);
  if (last?.endExclusive === segment) runs[runs.length - 1] = { first: last.first, endExclusive: segment + 1 };
  else runs.push({ first: segment, endExclusive: segment + 1 });
}
