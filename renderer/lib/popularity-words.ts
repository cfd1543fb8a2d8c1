import type { TFunction } from 'i18next';
import type { CoursePopularity } from '../../contract/domain/popularity.ts';
import type { Format } from './format.ts';

/** What all learners together made of a course, each fact by itself: "4.6 (38 ratings)", "about 1,200 learners". */
export function popularityFacts(
  { rating, viewerCount }: CoursePopularity,
  t: TFunction,
  format: Pick<Format, 'number' | 'average'>,
): readonly string[] {
  return [
    ...(rating === null
      ? []
      : [
          t('popularity.rating', {
            average: format.average(rating.average),
            number: format.number(rating.count),
            count: rating.count,
          }),
        ]),
    ...(viewerCount === null ? [] : [viewerWords(viewerCount, t, format)]),
  ];
}

/** The same in fewer signs, for the eye alone: "4.6 (38)". */
export function shortPopularityFacts(
  { rating, viewerCount }: CoursePopularity,
  t: TFunction,
  format: Pick<Format, 'number' | 'average'>,
): readonly string[] {
  return [
    ...(rating === null ? [] : [`${format.average(rating.average)}\u00a0(${format.number(rating.count)})`]),
    ...(viewerCount === null ? [] : [viewerWords(viewerCount, t, format)]),
  ];
}

function viewerWords(count: number, t: TFunction, format: Pick<Format, 'number'>): string {
  return t('popularity.viewers', { number: format.number(count), count });
}
