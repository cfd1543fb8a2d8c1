import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerSizeBytes } from './format.ts';
import { isSupportedSize, plainRangeOfRun, segmentLayout, segmentPlace, segmentsOfRange } from './segment-layout.ts';

const segmentSize = fc.integer({ min: 4, max: 20 }).map((power) => 2 ** power);

describe('segment layout', () => {
  it('D4: places every segment of any file end to end, in the plaintext and on the disk', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(16, 32, 64, 1024), (plainSizeBytes, size) => {
        const layout = segmentLayout(plainSizeBytes, size);
        let plainOffset = 0;
        let fileOffset = headerSizeBytes;
        for (let segment = 0; segment < layout.segmentCount; segment += 1) {
          const place = segmentPlace(layout, segment);
          expect(place).toMatchObject({ plainOffset, fileOffset, isLast: segment === layout.segmentCount - 1 });
          expect(place.storedSizeBytes).toBe(place.plainSizeBytes + 16);
          plainOffset += place.plainSizeBytes;
          fileOffset += place.storedSizeBytes;
        }
        expect([plainOffset, fileOffset]).toEqual([plainSizeBytes, layout.fileSizeBytes]);
      }),
    );
  });

  it('D4: finds exactly the segments that hold a range, at any size up to the largest', () => {
    const anyRange = fc
      .record({ size: segmentSize, plainSizeBytes: fc.maxSafeNat().map((n) => Math.max(1, n)) })
      .filter(({ size, plainSizeBytes }) => isSupportedSize(plainSizeBytes, size))
      .chain(({ size, plainSizeBytes }) =>
        fc.tuple(
          fc.constant(segmentLayout(plainSizeBytes, size)),
          fc.maxSafeNat().map((n) => n % plainSizeBytes),
          fc.maxSafeNat().map((n) => n % plainSizeBytes),
        ),
      );
    fc.assert(
      fc.property(anyRange, ([layout, one, other]) => {
        const [startByte, endByteExclusive] = [Math.min(one, other), Math.max(one, other) + 1];
        const run = segmentsOfRange(layout, { startByte, endByteExclusive });
        const first = segmentPlace(layout, run.first);
        const last = segmentPlace(layout, run.endExclusive - 1);
        expect(first.plainOffset).toBeLessThanOrEqual(startByte);
        expect(startByte).toBeLessThan(first.plainOffset + first.plainSizeBytes);
        expect(last.plainOffset).toBeLessThan(endByteExclusive);
        expect(endByteExclusive).toBeLessThanOrEqual(last.plainOffset + last.plainSizeBytes);
        const covered = plainRangeOfRun(layout, run);
        expect([covered.startByte, covered.endByteExclusive]).toEqual([
          first.plainOffset,
          last.plainOffset + last.plainSizeBytes,
        ]);
      }),
    );
  });

  it('D4: an empty lecture is one empty last segment', () => {
    const layout = segmentLayout(0, 65_536);
    expect(layout).toMatchObject({ segmentCount: 1, fileSizeBytes: 228 });
    expect(segmentPlace(layout, 0)).toMatchObject({ plainSizeBytes: 0, storedSizeBytes: 16, isLast: true });
    expect(segmentsOfRange(layout, { startByte: 0, endByteExclusive: 0 })).toEqual({ first: 0, endExclusive: 0 });
  });

  it('D4: an empty range needs no segment, wherever it is', () => {
    const layout = segmentLayout(100, 16);
    for (const at of [0, 15, 16, 17, 99, 100]) {
      const run = segmentsOfRange(layout, { startByte: at, endByteExclusive: at });
      expect(run.endExclusive - run.first).toBe(0);
    }
  });

  it('D4: refuses a file of 2^32 segments or more, as Tink had to learn', () => {
    expect(isSupportedSize((2 ** 32 - 1) * 16, 16)).toBe(true);
    expect(isSupportedSize((2 ** 32 - 1) * 16 + 1, 16)).toBe(false);
    expect(isSupportedSize((2 ** 32 - 1) * 2 ** 20, 2 ** 20)).toBe(true);
    expect(() => segmentLayout(2 ** 40, 16)).toThrow(RangeError);
  });

  it('D4: refuses sizes that are no size', () => {
    for (const size of [0, 8, 15, 17, 48, 65_535, 2 ** 21, 16.5, Number.NaN])
      expect(isSupportedSize(1, size)).toBe(false);
    for (const length of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) expect(isSupportedSize(length, 65_536)).toBe(false);
    const layout = segmentLayout(100, 16);
    for (const segment of [-1, 7, 0.5, Number.NaN]) expect(() => segmentPlace(layout, segment)).toThrow(RangeError);
    for (const [startByte, endByteExclusive] of [
      [0, 101],
      [5, 4],
      [-1, 4],
      [0.5, 4],
      [0, Number.NaN],
    ] as const) {
      expect(() => segmentsOfRange(layout, { startByte, endByteExclusive })).toThrow(RangeError);
    }
  });
});
