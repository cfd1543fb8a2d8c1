import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRange } from './range.ts';

const huge = (2n ** 64n).toString();

/** Header, size, what RFC 9110 §14 makes of it. */
const table: readonly (readonly [string | undefined, number, string])[] = [
  [undefined, 1000, 'whole'],
  ['', 1000, 'whole'],
  ['bytes=0-', 1000, '0-999'],
  ['bytes=0-0', 1000, '0-0'],
  ['bytes=999-999', 1000, '999-999'],
  ['bytes=999-', 1000, '999-999'],
  ['bytes=0-999', 1000, '0-999'],
  ['bytes=0-1000', 1000, '0-999'],
  ['bytes=500-999999', 1000, '500-999'],
  ['bytes=1000-', 1000, '416'],
  ['bytes=1000-1000', 1000, '416'],
  ['bytes=1001-2000', 1000, '416'],
  ['bytes=-1', 1000, '999-999'],
  ['bytes=-500', 1000, '500-999'],
  ['bytes=-1000', 1000, '0-999'],
  ['bytes=-5000', 1000, '0-999'],
  ['bytes=-0', 1000, '416'],
  [`bytes=-${huge}`, 1000, '0-999'],
  [`bytes=0-${huge}`, 1000, '0-999'],
  [`bytes=${huge}-`, 1000, '416'],
  [`bytes=${huge}-${huge}`, 1000, '416'],
  [`bytes=${huge}9-${huge}`, 1000, 'whole'],
  [`bytes=1-${'9'.repeat(5000)}`, 1000, '1-999'],
  [`bytes=${'9'.repeat(5000)}-`, 1000, '416'],
  ['bytes=9-1', 1000, 'whole'],
  ['bytes=1001-1000', 1000, 'whole'],
  ['bytes=00005-00009', 1000, '5-9'],
  ['bytes=10-9', 5, 'whole'],
  ['BYTES=1-2', 1000, '1-2'],
  ['Bytes=1-2', 1000, '1-2'],
  ['bits=0-1', 1000, 'whole'],
  ['bytes', 1000, 'whole'],
  ['bytes=', 1000, 'whole'],
  ['bytes=-', 1000, 'whole'],
  ['bytes=--1', 1000, 'whole'],
  ['bytes=a-b', 1000, 'whole'],
  ['bytes=1', 1000, 'whole'],
  ['bytes=1-2-3', 1000, 'whole'],
  ['bytes=+1-2', 1000, 'whole'],
  ['bytes=1.5-2', 1000, 'whole'],
  ['bytes=0x1-0x2', 1000, 'whole'],
  ['bytes= 1-2', 1000, 'whole'],
  ['bytes=1 -2', 1000, 'whole'],
  ['bytes =1-2', 1000, 'whole'],
  ['bytes:1-2', 1000, 'whole'],
  ['bytes=0-0,', 1000, '0-0'],
  ['bytes=, ,0-0', 1000, '0-0'],
  ['bytes=0-0,5-9', 1000, 'whole'],
  ['bytes=0-0, -1', 1000, 'whole'],
  [`bytes=${'0-0,'.repeat(10_000)}`, 1000, 'whole'],
  ['bytes=0-', 0, '416'],
  ['bytes=0-0', 0, '416'],
  ['bytes=-1', 0, 'whole'],
  ['bytes=-0', 0, '416'],
  ['bytes=0-', 1, '0-0'],
  ['bytes=1-', 1, '416'],
  ['bytes=-2', 1, '0-0'],
];

function say(verdict: ReturnType<typeof readRange>): string {
  if (verdict.kind === 'part') return `${verdict.first}-${verdict.last}`;
  return verdict.kind === 'whole' ? 'whole' : '416';
}

describe('a Range header (RFC 9110 §14)', () => {
  it.each(table)('D3 C1: %.40s of %d bytes is %s', (header, sizeBytes, expected) => {
    expect(say(readRange(header, sizeBytes))).toBe(expected);
  });

  it('D3: never leaves the file, whatever is asked', () => {
    const number = fc.oneof(fc.nat(50).map(String), fc.bigInt(0n, 2n ** 70n).map(String), fc.constant(''));
    fc.assert(
      fc.property(number, number, fc.nat(40), (first, last, sizeBytes) => {
        const verdict = readRange(`bytes=${first}-${last}`, sizeBytes);
        if (verdict.kind !== 'part') return;
        expect(verdict.first).toBeGreaterThanOrEqual(0);
        expect(verdict.last).toBeGreaterThanOrEqual(verdict.first);
        expect(verdict.last).toBeLessThan(sizeBytes);
        const asked = first === '' ? BigInt(verdict.first) : BigInt(first);
        expect(BigInt(verdict.first)).toBe(asked);
      }),
    );
  });
});
