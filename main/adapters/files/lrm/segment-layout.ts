import {
  headerSizeBytes,
  largestSegmentSizeBytes,
  segmentCountLimit,
  smallestSegmentSizeBytes,
  tagSizeBytes,
} from './format.ts';

/** Where everything is in a file of a given plain length and segment size; pure arithmetic, all numbers safe integers. */
export interface SegmentLayout {
  readonly plainSizeBytes: number;
  readonly segmentSizeBytes: number;
  /** At least 1: an empty lecture is one empty last segment. */
  readonly segmentCount: number;
  /** Header, ciphertext and tags: the exact size of the finished file. */
  readonly fileSizeBytes: number;
}

/** One segment's place in the plaintext and in the file. */
export interface SegmentPlace {
  readonly plainOffset: number;
  readonly plainSizeBytes: number;
  readonly fileOffset: number;
  readonly storedSizeBytes: number;
  readonly isLast: boolean;
}

/** Neighbouring segments, the end not included. */
export interface SegmentRun {
  readonly first: number;
  readonly endExclusive: number;
}

/** Bytes of the plaintext, the end not included. */
export interface PlainRange {
  readonly startByte: number;
  readonly endByteExclusive: number;
}

/** Whether this length can be stored in segments of this size: sizes allowed, fewer than 2^32 segments, safe integers. */
export function isSupportedSize(plainSizeBytes: number, segmentSizeBytes: number): boolean {
  if (!isSegmentSize(segmentSizeBytes) || !Number.isSafeInteger(plainSizeBytes) || plainSizeBytes < 0) return false;
  const segmentCount = countSegments(plainSizeBytes, segmentSizeBytes);
  return segmentCount < segmentCountLimit && Number.isSafeInteger(fileSize(plainSizeBytes, segmentCount));
}

/** The layout for a length and a segment size, both in bytes; throws RangeError where `isSupportedSize` says no. */
export function segmentLayout(plainSizeBytes: number, segmentSizeBytes: number): SegmentLayout {
  if (!isSupportedSize(plainSizeBytes, segmentSizeBytes)) throw new RangeError('lrm: size not supported');
  const segmentCount = countSegments(plainSizeBytes, segmentSizeBytes);
  return { plainSizeBytes, segmentSizeBytes, segmentCount, fileSizeBytes: fileSize(plainSizeBytes, segmentCount) };
}

/** The place of segment `segment`, counted from 0; throws RangeError when the file has no such segment. */
export function segmentPlace(layout: SegmentLayout, segment: number): SegmentPlace {
  if (!Number.isInteger(segment) || segment < 0 || segment >= layout.segmentCount) {
    throw new RangeError('lrm: no such segment');
  }
  const plainOffset = segment * layout.segmentSizeBytes;
  const isLast = segment === layout.segmentCount - 1;
  const plainSizeBytes = isLast ? layout.plainSizeBytes - plainOffset : layout.segmentSizeBytes;
  const fileOffset = headerSizeBytes + segment * (layout.segmentSizeBytes + tagSizeBytes);
  return { plainOffset, plainSizeBytes, fileOffset, storedSizeBytes: plainSizeBytes + tagSizeBytes, isLast };
}

/** The segments that hold these plain bytes; an empty range needs none. Throws RangeError outside the plaintext. */
export function segmentsOfRange(layout: SegmentLayout, range: PlainRange): SegmentRun {
  const { startByte, endByteExclusive } = range;
  const isInside =
    Number.isInteger(startByte) &&
    Number.isInteger(endByteExclusive) &&
    startByte >= 0 &&
    startByte <= endByteExclusive &&
    endByteExclusive <= layout.plainSizeBytes;
  if (!isInside) throw new RangeError('lrm: range outside the plaintext');
  const first = Math.floor(startByte / layout.segmentSizeBytes);
  if (startByte === endByteExclusive) return { first, endExclusive: first };
  return { first, endExclusive: Math.floor((endByteExclusive - 1) / layout.segmentSizeBytes) + 1 };
}

/** The plain bytes in a run of segments: what to ask the service for to fill it. */
export function plainRangeOfRun(layout: SegmentLayout, run: SegmentRun): PlainRange {
  return {
    startByte: Math.min(run.first * layout.segmentSizeBytes, layout.plainSizeBytes),
    endByteExclusive: Math.min(run.endExclusive * layout.segmentSizeBytes, layout.plainSizeBytes),
  };
}

function isSegmentSize(sizeBytes: number): boolean {
  return (
    Number.isInteger(sizeBytes) &&
    sizeBytes >= smallestSegmentSizeBytes &&
    sizeBytes <= largestSegmentSizeBytes &&
    (sizeBytes & (sizeBytes - 1)) === 0
  );
}

function countSegments(plainSizeBytes: number, segmentSizeBytes: number): number {
  return Math.max(1, Math.ceil(plainSizeBytes / segmentSizeBytes));
}

function fileSize(plainSizeBytes: number, segmentCount: number): number {
  return headerSizeBytes + plainSizeBytes + segmentCount * tagSizeBytes;
}
