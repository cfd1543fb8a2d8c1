import { describe, expect, it } from 'vitest';
import { parseRange } from './parse-range.ts';

const whole = { kind: 'whole' };
const none = { kind: 'unsatisfiable' };
const part = (start: number, endExclusive: number) => ({ kind: 'part', range: { start, endExclusive } });

describe('C1: ranges of a lecture as RFC 9110 §14 has them', () => {
  it.each([
    ['no header', null, 1000, whole],
    ['first byte', 'bytes=0-0', 1000, part(0, 1)],
    ['last byte by position', 'bytes=999-999', 1000, part(999, 1000)],
    ['last byte by suffix', 'bytes=-1', 1000, part(999, 1000)],
    ['the last 500', 'bytes=-500', 1000, part(500, 1000)],
    ['a suffix longer than the file', 'bytes=-5000', 1000, part(0, 1000)],
    ['open end', 'bytes=0-', 1000, part(0, 1000)],
    ['open end in the middle', 'bytes=500-', 1000, part(500, 1000)],
    ['end at the size', 'bytes=0-1000', 1000, part(0, 1000)],
    ['end far beyond', 'bytes=10-99999999999999999999', 1000, part(10, 1000)],
    ['start at the size', 'bytes=1000-', 1000, none],
    ['start beyond', 'bytes=2000-3000', 1000, none],
    ['start of 2^64', 'bytes=18446744073709551616-', 1000, none],
    ['suffix of nothing', 'bytes=-0', 1000, none],
    ['reversed', 'bytes=500-100', 1000, whole],
    ['several ranges', 'bytes=0-0,5-9', 1000, whole],
    ['ten thousand ranges', `bytes=${Array.from({ length: 10_000 }, (_, n) => `${n}-${n}`).join(',')}`, 1000, whole],
    ['another unit', 'bits=0-1', 1000, whole],
    ['no numbers', 'bytes=-', 1000, whole],
    ['letters', 'bytes=a-b', 1000, whole],
    ['a negative start', 'bytes=--5', 1000, whole],
    ['a fraction', 'bytes=0.5-2', 1000, whole],
    ['an empty header', '', 1000, whole],
    ['spaces around', ' bytes = 1-2 ', 1000, part(1, 3)],
    ['upper case unit', 'BYTES=1-2', 1000, part(1, 3)],
    ['any range of an empty file', 'bytes=0-', 0, none],
    ['a suffix of an empty file', 'bytes=-5', 0, none],
  ])('%s', (_name, header, sizeBytes, expected) => {
    expect(parseRange(header, sizeBytes)).toEqual(expected);
  });
});
