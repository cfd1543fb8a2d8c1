import { expect, test } from 'vitest';
import { createRowHeights } from './row-heights.ts';

test('C4: rows lie below each other, measured or taken for usual', () => {
  const rows = createRowHeights(5, 10);
  expect(rows.measure(1, 30)).toBe(true);
  expect(rows.measure(1, 30)).toBe(false);
  expect([0, 1, 2, 3, 5, 9].map((index) => rows.offset(index))).toEqual([0, 10, 40, 50, 70, 70]);
  expect([-5, 0, 9, 10, 39, 40, 69, 500].map((px) => rows.indexAt(px))).toEqual([0, 0, 0, 1, 1, 2, 4, 4]);
  expect(rows.measure(0, 20)).toBe(true);
  expect(rows.offset(2)).toBe(50);
  rows.reset();
  expect(rows.offset(5)).toBe(50);
});

test('C4: what cannot be measured is left as it was', () => {
  const rows = createRowHeights(2, 10);
  expect([rows.measure(0, 0), rows.measure(2, 5), rows.measure(-1, 5)]).toEqual([false, false, false]);
  expect(createRowHeights(0, 10).indexAt(100)).toBe(0);
});
