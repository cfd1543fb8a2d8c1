import type { LrmInfo } from './header-seal.ts';
import { openLrm, type OpenLrm } from './open-lrm.ts';
import { fail, succeed, type LrmOutcome } from './outcome.ts';
import { openFileOnDisk, type OpenFile } from './random-access-file.ts';
import { scanSegments, type LrmScan, type ScanOptions } from './scan.ts';
import { segmentPlace, segmentsOfRange, type PlainRange, type SegmentRun } from './segment-layout.ts';
import { openSegments } from './segment-stream.ts';

/** Which file to read; `allowIncomplete` also opens one that is shorter than its header says. */
export interface OpenLrmReaderOptions {
  readonly path: string;
  readonly mediaKey: Uint8Array;
  readonly allowIncomplete?: boolean;
  readonly openFile?: OpenFile;
}

/** Reads one file; any number of reads at a time. No byte leaves it before the tag of its segment has been checked. */
export interface LrmReader {
  readonly info: LrmInfo;
  /** The plaintext of one segment, in memory of its own. */
  read(segment: number): Promise<LrmOutcome<Uint8Array>>;
  /**
   * The plain bytes from `startByte` up to, not including, `endByteExclusive`, a segment's share at a time, decrypting only
   * the segments asked for and only as fast as they are taken. A failure is the last item. Throws RangeError at once when
   * the range is outside the plaintext.
   */
  readRange(startByte: number, endByteExclusive: number): AsyncIterable<LrmOutcome<Uint8Array>>;
  /** Authenticates the whole file; `missing` names the segments to fetch again. */
  verify(options?: ScanOptions): Promise<LrmOutcome<LrmScan>>;
  /** Forgets the key and closes; reads under way end with `closed`. May be called again. */
  close(): Promise<LrmOutcome<void>>;
}

/**
 * Opens a file for reading. Faults: those of the header, `truncated` (unless `allowIncomplete`), `too-long`, and those of
 * the system.
 */
export async function openLrmReader(options: OpenLrmReaderOptions): Promise<LrmOutcome<LrmReader>> {
  const { path, mediaKey, allowIncomplete = false, openFile = openFileOnDisk } = options;
  const lrm = await openLrm(openFile, path, 'read', mediaKey, allowIncomplete);
  return lrm.ok ? succeed(createLrmReader(lrm.value)) : lrm;
}

function createLrmReader(lrm: OpenLrm): LrmReader {
  const { info } = lrm;
  return {
    info,
    read: async (segment) => {
      segmentPlace(info.layout, segment);
      for await (const opened of openSegments(lrm, { first: segment, endExclusive: segment + 1 }))
        return opened.plaintext;
      return fail('closed', { segment });
    },
    readRange: (startByte, endByteExclusive) => {
      const range = { startByte, endByteExclusive };
      return readSegments(lrm, range, segmentsOfRange(info.layout, range));
    },
    verify: (options = {}) => scanSegments(lrm, options),
    close: () => lrm.close(),
  };
}

async function* readSegments(
  lrm: OpenLrm,
  range: PlainRange,
  run: SegmentRun,
): AsyncGenerator<LrmOutcome<Uint8Array>, void, void> {
  for await (const { segment, plaintext } of openSegments(lrm, run)) {
    if (!plaintext.ok) {
      yield plaintext;
      return;
    }
    const { plainOffset, plainSizeBytes } = segmentPlace(lrm.info.layout, segment);
    const from = Math.max(range.startByte - plainOffset, 0);
    const to = Math.min(range.endByteExclusive - plainOffset, plainSizeBytes);
    yield succeed(plaintext.value.subarray(from, to));
  }
}
