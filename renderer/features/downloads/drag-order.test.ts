import { describe, expect, test } from 'vitest';
import { placeAt, reordered, type Slot, wayFor } from './drag-order.ts';

/** Lines of 100, 50, 200 and 100 pixels. */
const slots: readonly Slot[] = [
  { top: 0, height: 100 },
  { top: 100, height: 50 },
  { top: 150, height: 200 },
  { top: 350, height: 100 },
];

describe('D5: dragging a line', () => {
  test.each([
    [0, 0, 0],
    [0, 24, 0],
    [0, 26, 1],
    [0, 149, 1],
    [0, 151, 2],
    [0, 5000, 3],
    [0, -5000, 0],
    [3, -99, 3],
    [3, -101, 2],
    [3, -224, 2],
    [3, -226, 1],
    [3, -5000, 0],
    [1, -51, 0],
    [2, 51, 3],
    [7, 10, 7],
  ])('D5: the line at %i, %i pixels further, takes place %i', (from, offset, place) => {
    expect(placeAt(slots, from, offset)).toBe(place);
  });

  test('D5: the others make way by the height of the dragged one', () => {
    const ways = (from: number, to: number) => slots.map((_, index) => wayFor(slots, index, from, to));
    expect(ways(0, 2)).toEqual([0, -100, -100, 0]);
    expect(ways(2, 0)).toEqual([200, 200, 0, 0]);
    expect(ways(1, 1)).toEqual([0, 0, 0, 0]);
  });

  test.each([
    [0, 2, 'bcad'],
    [3, 0, 'dabc'],
    [1, 1, 'abcd'],
  ])('D5: from %i to %i gives %s', (from, to, expected) => {
    expect(reordered(['a', 'b', 'c', 'd'], from, to).join('')).toBe(expected);
  });
});
