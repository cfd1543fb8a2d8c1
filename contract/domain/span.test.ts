import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf, mergeSpans, missingSpans, type Span, spanAt, spansLengthMs } from './span.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 8000 }))
  .map(([startMs, lengthMs]): Span => ({ startMs, endMs: startMs + lengthMs }));
const spans = fc.array(span, { maxLength: 30 });

test('C2: in whatever order and in whatever portions parts are added, the union is the same', () => {
  fc.assert(
    fc.property(spans, fc.array(fc.nat()), fc.integer({ min: 1, max: 7 }), (given, order, portion) => {
      const shuffled = given
        .map((each, index) => ({ each, at: order[index % Math.max(1, order.length)] ?? index }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ each }) => each);
      let grown: readonly Span[] = [];
      for (let at = 0; at < shuffled.length; at += portion) {
        grown = mergeSpans([...grown, ...shuffled.slice(at, at + portion)]);
      }
      expect(grown).toEqual(mergeSpans(given));
    }),
  );
});

test('C2: a union holds everything that went in, lies in order, and its parts are more than a second apart', () => {
  fc.assert(
    fc.property(spans, (given) => {
      const union = mergeSpans(given);
      for (const { startMs, endMs } of given.filter((part) => part.endMs > part.startMs)) {
        expect(union.some((part) => part.startMs <= startMs && endMs <= part.endMs)).toBe(true);
      }
      union.slice(1).forEach((part, index) => {
        expect(part.startMs - (union[index]?.endMs ?? 0)).toBeGreaterThan(1000);
      });
    }),
  );
});

test('C2: what is covered and what is missing make the whole, and coverage never falls', () => {
  fc.assert(
    fc.property(spans, span, (given, more) => {
      const durationMs = 70_000;
      const union = mergeSpans(given);
      const coverage = coverageOf(union, durationMs);
      expect(coverage * durationMs + spansLengthMs(missingSpans(union, durationMs))).toBeCloseTo(durationMs, 3);
      expect(coverageOf(mergeSpans([...union, more]), durationMs)).toBeGreaterThanOrEqual(coverage - 1e-9);
    }),
  );
});

test('C2: less than a second at an edge is not missed; nothing watched is all missing', () => {
  expect(missingSpans([{ startMs: 900, endMs: 99_100 }], 100_000)).toEqual([]);
  expect(coverageOf([{ startMs: 900, endMs: 99_100 }], 100_000)).toBe(1);
  expect(missingSpans([], 100_000)).toEqual([{ startMs: 0, endMs: 100_000 }]);
  expect(
    missingSpans(
      [
        { startMs: 0, endMs: 40_000 },
        { startMs: 60_000, endMs: 120_000 },
      ],
      100_000,
    ),
  ).toEqual([{ startMs: 40_000, endMs: 60_000 }]);
  expect(coverageOf([], 0)).toBe(0);
});

test('C3: the span of a place, and the length that is still to come', () => {
  const two = [
    { startMs: 10, endMs: 20 },
    { startMs: 30, endMs: 50 },
  ];
  expect(spanAt(two, 9)).toBeNull();
  expect(spanAt(two, 10)).toBe(two[0]);
  expect(spanAt(two, 20)).toBeNull();
  expect(spansLengthMs(two)).toBe(30);
  expect(spansLengthMs(two, 35)).toBe(15);
});
