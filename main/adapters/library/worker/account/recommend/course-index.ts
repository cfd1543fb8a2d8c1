import { Level } from '../../../../../../contract/domain/course.ts';
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
  /** Features before this one are levels: they say nothing of what a course is about. */
  readonly firstOfSubstance: number;
}

/** How much each kind of feature says of the likeness of two courses; all together 1. */
const shares: Readonly<Record<FeatureKind, number>> = {
  topic: 0.45,
  term: 0.3,
  lecturer: 0.2,
  level: 0.05,
};
/** So much of a description is read, in UTF-16 code units. */
const readLength = 4000;
/** The terms of a course that tell most; the others only cost time. */
const mostTerms = 48;
/** A word of the title counts as so many of the description. */
const titleCount = 3;
/** What stands in more of the courses tells nothing of them; in a small catalogue by chance, so there it stays. */
const commonShare = 0.2;
const smallCatalogue = 20;
/** Terms that are no feature: of one course alone, and of most. */
const ownTerm = -1;
const commonTerm = -2;

/** A feature of a course and its weight within its kind. */
type Weighted = readonly [feature: number, weight: number];

/** The features of one kind that a course has. */
interface FeatureBlock {
  readonly kind: FeatureKind;
  readonly entries: readonly Weighted[];
  /** The squares of weights of what no other course has: it makes a course unlike all others, and needs no feature. */
  readonly ownSquares: number;
}

/** Makes vectors of courses: tf–idf in topics and terms (Salton and Buckley 1988), each kind of feature scaled to its share. */
export function indexCourses(courses: readonly CourseFacts[]): CourseIndex {
  const features: Feature[] = [];
  const levels = namesOf('level', features);
  for (const level of Level.options) levels(level);
  const firstOfSubstance = features.length;
  const topics = namesOf('topic', features);
  const lecturers = namesOf('lecturer', features);
  const topicSpread = new Map<string, number>();
  for (const course of courses) {
    for (const topic of new Set(course.topics)) topicSpread.set(topic, (topicSpread.get(topic) ?? 0) + 1);
  }
  const termsOfCourse = weighTerms(courses, features);
  const vectors = courses.map((course, place) =>
    vectorOf([
      {
        kind: 'topic',
        entries: [...new Set(course.topics)].map((topic) => [
          topics(topic),
          rarity(courses, topicSpread.get(topic) ?? 1),
        ]),
        ownSquares: 0,
      },
      termsOfCourse[place] ?? { kind: 'term', entries: [], ownSquares: 0 },
      { kind: 'lecturer', entries: [[lecturers(course.lecturer.id), 1]], ownSquares: 0 },
      { kind: 'level', entries: [[levels(course.level), 1]], ownSquares: 0 },
    ]),
  );
  const places = new Map(courses.map(({ id }, place) => [id, place]));
  return { courses, vectors, features, firstOfSubstance, places };
}

/** Numbers of names, each a feature from when it is first asked for. */
function namesOf(kind: FeatureKind, features: Feature[]): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, features.length);
    return features.push({ kind, name }) - 1;
  };
}

/** What stands in few courses says much: inverse document frequency. */
function rarity(courses: readonly CourseFacts[], count: number): number {
  return Math.log(1 + courses.length / count);
}

/** The telling terms of each course with their weights; words are numbers here, for there are many. */
function weighTerms(courses: readonly CourseFacts[], features: Feature[]): readonly FeatureBlock[] {
  const numbers = new Map<string, number>();
  const spread: number[] = [];
  const counts = courses.map(({ title, text }) => {
    const counted = new Map<number, number>();
    const add = (term: string, count: number): void => {
      let number = numbers.get(term);
      if (number === undefined) numbers.set(term, (number = spread.push(0) - 1));
      const before = counted.get(number);
      if (before === undefined) spread[number] = (spread[number] ?? 0) + 1;
      counted.set(number, (before ?? 0) + count);
    };
    for (const term of termsOf(title)) add(term, titleCount);
    for (const term of termsOf(text.slice(0, readLength))) add(term, 1);
    return counted;
  });
  const most = courses.length < smallCatalogue ? courses.length : courses.length * commonShare;
  const featureOf = new Int32Array(spread.length);
  for (const [name, number] of numbers) {
    const count = spread[number] ?? 0;
    featureOf[number] = count === 1 ? ownTerm : count <= most ? features.push({ kind: 'term', name }) - 1 : commonTerm;
  }
  const rarities = spread.map((count) => rarity(courses, count));
  return counts.map((counted) => {
    const telling: Weighted[] = [];
    let ownSquares = 0;
    for (const [number, count] of counted) {
      const feature = featureOf[number] ?? commonTerm;
      const weight = (1 + Math.log(count)) * (rarities[number] ?? 0);
      if (feature === ownTerm) ownSquares += weight * weight;
      else if (feature !== commonTerm) telling.push([feature, weight]);
    }
    if (telling.length > mostTerms) telling.sort(([one, first], [other, second]) => second - first || one - other);
    return { kind: 'term', entries: telling.slice(0, mostTerms), ownSquares };
  });
}

/** Each kind scaled to its share, all by rising feature. */
function vectorOf(blocks: readonly FeatureBlock[]): CourseVector {
  const entries: Weighted[] = [];
  for (const { kind, entries: block, ownSquares } of blocks) {
    let squares = ownSquares;
    for (const [, weight] of block) squares += weight * weight;
    const scale = Math.sqrt(shares[kind] / (squares || 1));
    for (const [feature, weight] of block) entries.push([feature, weight * scale]);
  }
  entries.sort(([one], [other]) => one - other);
  return {
    features: Int32Array.from(entries, ([feature]) => feature),
    weights: Float64Array.from(entries, ([, weight]) => weight),
  };
}
