import { expect, it } from 'vitest';
import { diversify } from './diversify.ts';

const scores = [1, 0.95, 0.9, 0.6];
/** The first three are the same thing. */
const alike = (one: number, other: number) => (one < 3 && other < 3 ? 1 : 0);

it('B5: after one of several that are the same, another thing comes before the next of them', () => {
  expect(diversify([0, 1, 2, 3], 4, (at) => scores[at]!, alike)).toEqual([0, 3, 1, 2]);
});

it('B5: unlike ones keep the order of their scores, equals the order they came in, and no more are chosen than asked for', () => {
  expect(
    diversify(
      [3, 1, 0, 2],
      9,
      (at) => scores[at]!,
      () => 0,
    ),
  ).toEqual([0, 1, 2, 3]);
  expect(
    diversify(
      [2, 0, 1],
      2,
      () => 0.5,
      () => 0,
    ),
  ).toEqual([2, 0]);
  expect(
    diversify(
      [],
      2,
      () => 1,
      () => 0,
    ),
  ).toEqual([]);
});
