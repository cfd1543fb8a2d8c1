import type { CourseId } from '../../../../../../../contract/domain/ids.ts';
import { indexCourses } from '../course-index.ts';
import { recommend } from '../recommend.ts';
import type { Population } from './population.ts';

/** How well a way to recommend did. */
export interface Outcome {
  /** In how many of the lists the course was that the learner began next. */
  readonly hitRate: number;
  /** How unlike the courses of one list are, by what they are really about: 1 − the mean cosine of all pairs, mean over the lists. */
  readonly diversity: number;
  /** How much of the catalogue was shown to anybody. */
  readonly coverage: number;
}

/** The ways, each on the same learners. */
export interface Evaluation {
  readonly ours: Outcome;
  readonly popular: Outcome;
  readonly random: Outcome;
  /** Who knows every learner's interests and not the chance in their picks: as far as anybody could get. */
  readonly allKnowing: Outcome;
  readonly learnerCount: number;
}

/** Leaves each learner's last course out and asks every way for `listLength` courses; popular knows what all learners began before. */
export function evaluate(population: Population, listLength: number, random: () => number): Evaluation {
  const { courses, nowMs } = population;
  const index = indexCourses(courses.map(({ facts }) => facts));
  const learners = population.learners.filter(({ picks }) => picks.length > 1);
  const beginnings = new Map<number, number>();
  for (const { picks } of learners) {
    for (const { course } of picks.slice(0, -1)) beginnings.set(course, (beginnings.get(course) ?? 0) + 1);
  }
  const byPopularity = [...courses.keys()].toSorted(
    (one, other) => (beginnings.get(other) ?? 0) - (beginnings.get(one) ?? 0) || one - other,
  );
  const numbers = new Map(courses.map(({ facts }, number) => [facts.id, number]));
  const numberOf = (id: CourseId): number => numbers.get(id) ?? -1;
  const ways = {
    ours: tally(population),
    popular: tally(population),
    random: tally(population),
    allKnowing: tally(population),
  };
  for (const { picks, liking } of learners) {
    const before = picks.slice(0, -1);
    const last = picks.at(-1)?.course ?? -1;
    const begun = new Set(before.map(({ course }) => course));
    const ours = recommend({
      index,
      lectures: before.flatMap(({ lectures }) => lectures),
      finished: new Set(),
      begun: new Set([...begun].flatMap((course) => courses[course]?.facts.id ?? [])),
      dismissed: new Set(),
      nowMs,
      limit: listLength,
    });
    ways.ours.add(
      (ours ?? []).map(({ courseId }) => numberOf(courseId)),
      last,
    );
    ways.popular.add(byPopularity.filter((course) => !begun.has(course)).slice(0, listLength), last);
    const anyhow = new Set<number>();
    while (anyhow.size < listLength) {
      const course = Math.floor(random() * courses.length);
      if (!begun.has(course)) anyhow.add(course);
    }
    ways.random.add([...anyhow], last);
    const likings = courses.map((_, course) => (begun.has(course) ? -1 : liking(course)));
    const byLiking = [...courses.keys()].toSorted((one, other) => (likings[other] ?? 0) - (likings[one] ?? 0));
    ways.allKnowing.add(byLiking.slice(0, listLength), last);
  }
  return {
    ours: ways.ours.outcome(),
    popular: ways.popular.outcome(),
    random: ways.random.outcome(),
    allKnowing: ways.allKnowing.outcome(),
    learnerCount: learners.length,
  };
}

function tally({ courses }: Population) {
  let listCount = 0;
  let hitCount = 0;
  let diversitySum = 0;
  const shown = new Set<number>();
  return {
    add(list: readonly number[], next: number): void {
      listCount += 1;
      if (list.includes(next)) hitCount += 1;
      for (const course of list) shown.add(course);
      diversitySum += 1 - meanCosine(list.map((course) => courses[course]?.mixture ?? new Map()));
    },
    outcome: (): Outcome => ({
      hitRate: hitCount / listCount,
      diversity: diversitySum / listCount,
      coverage: shown.size / courses.length,
    }),
  };
}

function meanCosine(mixtures: readonly ReadonlyMap<number, number>[]): number {
  let sum = 0;
  let pairCount = 0;
  for (const [at, one] of mixtures.entries()) {
    for (const other of mixtures.slice(at + 1)) {
      sum += cosine(one, other);
      pairCount += 1;
    }
  }
  return pairCount === 0 ? 1 : sum / pairCount;
}

function cosine(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  let dot = 0;
  for (const [topic, part] of one) dot += part * (other.get(topic) ?? 0);
  return dot / (Math.hypot(...one.values()) * Math.hypot(...other.values()) || 1);
}
