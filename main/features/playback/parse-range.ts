import type { ByteRange } from '../../ports.ts';

/** What a Range header asks of a file: all of it, a part, or nothing that it has. */
export type RangeAnswer =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly range: ByteRange }
  | { readonly kind: 'unsatisfiable' };

const whole: RangeAnswer = { kind: 'whole' };

/**
 * Reads a Range header (RFC 9110 §14.1.2, §14.2) against a file of `sizeBytes`. What is not a well-formed single bytes range is ignored
 * (§14.2 allows it), so the whole file is the answer; several ranges are ignored too, which the same section lets a server do.
 */
export function parseRange(header: string | null, sizeBytes: number): RangeAnswer {
  if (header === null) return whole;
  const match = /^\s*bytes\s*=\s*(?:(\d+)-(\d*)|-(\d+))\s*$/i.exec(header);
  if (match === null) return whole;
  const [, first, last, suffix] = match;
  if (suffix !== undefined) return lastBytes(Number(suffix), sizeBytes);
  const start = Number(first);
  const end = last === undefined || last === '' ? Number.POSITIVE_INFINITY : Number(last);
  // A last position before the first makes the header invalid, not unsatisfiable.
  if (end < start) return whole;
  if (start >= sizeBytes) return { kind: 'unsatisfiable' };
  return { kind: 'part', range: { start, endExclusive: Math.min(end, sizeBytes - 1) + 1 } };
}

function lastBytes(length: number, sizeBytes: number): RangeAnswer {
  // "-0" asks for no byte, and an empty file has none to give.
  if (length === 0 || sizeBytes === 0) return { kind: 'unsatisfiable' };
  return { kind: 'part', range: { start: Math.max(0, sizeBytes - length), endExclusive: sizeBytes } };
}
