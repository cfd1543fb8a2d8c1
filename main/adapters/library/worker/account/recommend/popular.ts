import type { CourseId } from '../../../../../../contract/domain/ids.ts';
import type { CoursePopularity } from '../../../../../../contract/domain/popularity.ts';
import type { Recommendation } from './recommend.ts';

/** A course that is offered and not dismissed, with what the service said of all learners together. */
export interface PopularCandidate {
  readonly id: CourseId;
  readonly language: string;
  readonly popularity: CoursePopularity;
}

/** What a course is taken to be rated before anybody has, and as how many people's ratings that counts. */
const usualAverage = 3.5;
const usualCount = 5;
/** Rated below the middle, a course is not recommended for being watched. */
const leastAverage = 3;
/** As for courses in a language in which nothing was watched. */
const otherLanguage = 0.2;

/** For whom has watched nothing yet: what many learners watch and like, in the language of the app before others. */
export function recommendPopular(
  candidates: readonly PopularCandidate[],
  language: string,
  limit: number,
): readonly Recommendation[] {
  return candidates
    .flatMap((candidate) => {
      const score = appealOf(candidate.popularity);
      const factor = candidate.language === language ? 1 : otherLanguage;
      return score === null ? [] : [{ courseId: candidate.id, score: score * factor }];
    })
    .toSorted((one, other) => other.score - one.score || (one.courseId < other.courseId ? -1 : 1))
    .slice(0, limit)
    .map(({ courseId }) => ({ courseId, reason: { kind: 'popular' } }));
}

/** Grows with the logarithm of the viewers, and with the rating, of which few ratings say less; null: not to be recommended. */
function appealOf({ viewerCount, rating }: CoursePopularity): number | null {
  if (viewerCount === null || (rating !== null && rating.average < leastAverage)) return null;
  const { average, count } = rating ?? { average: usualAverage, count: 0 };
  const shrunk = (usualAverage * usualCount + average * count) / (usualCount + count);
  return Math.log(1 + viewerCount) * shrunk;
}
