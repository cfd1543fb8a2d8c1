import type { CourseId } from '../../../../../../contract/domain/ids.ts';
import type { CourseFacts } from './course-facts.ts';
import { termsOf } from './terms.ts';

/** What a feature is of. */
export type FeatureKind = 'topic' | 'term' | 'lecturer' | 'level';

/** One thing that courses can have in common. */
export interface Feature {
  readonly kind: FeatureKind;
  readonly name: string;
}

/** A course as a sparse vector: weights of features, by rising feature. */
export interface CourseVector {
  readonly features: Int32Array;
  readonly weights: Float64Array;
}

/** All courses as vectors over the same features. */
export interface CourseIndex {
  /** In the order they were given. */
  readonly courses: readonly CourseFacts[];
  readonly vectors: readonly CourseVector[];
  readonly places: ReadonlyMap<CourseId, number>;
  readonly features: readonly Feature[];
}

/** How much each kind of feature says of the likeness of two courses; all together 1. */
const shares: Readonly<Record<FeatureKind, number>> = {
  topic: 0.45,
  term: 0.3,
  lecturer: 0.2,
  level: 0.05,
};
/** The terms of a course that tell most; the others only cost time. */
const mostTerms = 48;
/** A word of the title counts as so many of the description. */
const titleCount = 3;
/** What stands in more of the courses tells nothing of them; in a small catalogue by chance, so there it stays. */
const commonShare = 0.2;
const smallCatalogue = 20;

type Counts = ReadonlyMap<string, number>;

/** Makes vectors of courses: tf–idf in topics and terms (Salton and Buckley 1988), each kind of feature scaled to its share. */
export function indexCourses(courses: readonly CourseFacts[]): CourseIndex {
  const numbers = new Map<string, number>();
  const features: Feature[] = [];
  const numberOf = (kind: FeatureKind, name: string): number => {
    const key = `${kind} ${name}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, features.length);
    features.push({ kind, name });
    return features.length - 1;
  };
  const terms = courses.map(countsOf);
  const termSpread = spreadOf(terms.map((counts) => counts.keys()));
  const topicSpread = spreadOf(courses.map(({ topics }) => new Set(topics)));
  const rarity = (spread: Counts, name: string): number => Math.log(1 + courses.length / (spread.get(name) ?? 1));
  const isTelling = (term: string): boolean => {
    const count = termSpread.get(term) ?? 0;
    return count > 1 && (courses.length < smallCatalogue || count <= courses.length * commonShare);
  };

  function vectorOf(course: CourseFacts, counts: Counts): CourseVector {
    const telling = [...counts]
      .filter(([term]) => isTelling(term))
      .map(([term, count]) => [term, (1 + Math.log(count)) * rarity(termSpread, term)] as const)
      .toSorted(([one, oneWeight], [other, otherWeight]) => otherWeight - oneWeight || (one < other ? -1 : 1))
      .slice(0, mostTerms);
    const topics = [...new Set(course.topics)].map((topic) => [topic, rarity(topicSpread, topic)] as const);
    const blocks: readonly (readonly [FeatureKind, readonly (readonly [string, number])[]])[] = [
      ['topic', topics],
      ['term', telling],
      ['lecturer', [[course.lecturer.id, 1]]],
      ['level', [[course.level, 1]]],
    ];
    const entries = blocks.flatMap(([kind, block]) => {
      const length = Math.hypot(...block.map(([, weight]) => weight)) || 1;
      const scale = Math.sqrt(shares[kind]) / length;
      return block.map(([name, weight]) => [numberOf(kind, name), weight * scale] as const);
    });
    entries.sort(([one], [other]) => one - other);
    return {
      features: Int32Array.from(entries, ([feature]) => feature),
      weights: Float64Array.from(entries, ([, weight]) => weight),
    };
  }

  const vectors = courses.map((course, place) => vectorOf(course, terms[place] ?? new Map()));
  return { courses, vectors, features, places: new Map(courses.map(({ id }, place) => [id, place])) };
}

function countsOf({ title, text }: CourseFacts): Counts {
  const counts = new Map<string, number>();
  const add = (term: string, count: number) => void counts.set(term, (counts.get(term) ?? 0) + count);
  for (const term of termsOf(title)) add(term, titleCount);
  for (const term of termsOf(text)) add(term, 1);
  return counts;
}

/** In how many courses each name stands. */
function spreadOf(lists: readonly Iterable<string>[]): Counts {
  const spread = new Map<string, number>();
  for (const names of lists) for (const name of names) spread.set(name, (spread.get(name) ?? 0) + 1);
  return spread;
}
