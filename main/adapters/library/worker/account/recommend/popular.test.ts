import { expect, it } from 'vitest';
import type { CourseId } from '../../../../../../contract/domain/ids.ts';
import { recommendPopular, type PopularCandidate } from './popular.ts';

const course = (
  id: string,
  viewerCount: number | null,
  [average, count]: readonly [number, number] = [0, 0],
  language = 'en',
): PopularCandidate => ({
  id: id as CourseId,
  language,
  popularity: { viewerCount, rating: count === 0 ? null : { average, count } },
});
const ids = (candidates: readonly PopularCandidate[], limit = 9) =>
  recommendPopular(candidates, 'en', limit).map(({ courseId }) => courseId);

it('B5: more viewers come first, and among as many the better rated; a few ratings say little', () => {
  const few = course('few-but-five', 100, [5, 5]);
  const many = course('many', 100, [4.8, 400]);
  expect(ids([course('least', 20), few, course('most', 90_000), many])).toEqual([
    'most',
    'many',
    'few-but-five',
    'least',
  ]);
  expect(ids([few, many], 1)).toEqual(['many']);
});

it('B5: what nobody counted, or what is rated below the middle, is not called popular', () => {
  expect(ids([course('unknown', null, [5, 50]), course('bad', 9000, [2.4, 800]), course('fine', 5)])).toEqual(['fine']);
  expect(recommendPopular([course('fine', 5)], 'en', 9)[0]?.reason).toEqual({ kind: 'popular' });
});

it('B5: the language of the app comes before others, which are not left out', () => {
  expect(ids([course('ru', 50_000, [4.9, 99], 'ru'), course('en', 20)])).toEqual(['en', 'ru']);
});
