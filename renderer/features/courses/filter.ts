import type { BrowseCard } from '../../../contract/domain/browse.ts';
import type { Level } from '../../../contract/domain/course.ts';
import type { CourseId } from '../../../contract/domain/ids.ts';

export const seenChoices = ['begun', 'unseen'] as const;
export const minutesChoices = [10, 20, 40, 60] as const;
export const sortChoices = ['newest', 'title', 'shortest', 'longest', 'watched', 'rated'] as const;
export const levelChoices = ['beginner', 'intermediate', 'advanced'] as const satisfies readonly Level[];

/** What the list of courses is narrowed to and how it is ordered, as the address keeps it; what is not there narrows nothing. */
export interface CoursesSearch {
  /** With a lecture on this computer. */
  readonly here?: true;
  /** Begun and not watched to its end, or never begun. */
  readonly seen?: (typeof seenChoices)[number];
  readonly language?: string;
  readonly level?: Level;
  readonly topic?: string;
  /** With a lecture that is not watched yet and takes no longer. */
  readonly minutes?: (typeof minutesChoices)[number];
  readonly sort?: Exclude<(typeof sortChoices)[number], 'newest'>;
}

/** The parts of the address that narrow the list, in the order in which they are shown. */
export const filterNames = ['here', 'seen', 'minutes', 'language', 'level', 'topic'] as const;
export type FilterName = (typeof filterNames)[number];

/** Lectures on this computer, by course. */
export type HereCounts = ReadonlyMap<CourseId, number>;

type Check = (course: BrowseCard, search: CoursesSearch, here: HereCounts) => boolean;

const checks: Readonly<Record<FilterName, Check>> = {
  here: ({ id }, _, here) => here.has(id),
  seen: ({ begunCount, completedCount, lectureCount }, { seen }) =>
    seen === 'unseen' ? begunCount === 0 : begunCount > 0 && completedCount < lectureCount,
  language: ({ language }, search) => language === search.language,
  level: ({ level }, search) => level === search.level,
  topic: ({ topics }, { topic }) => topic !== undefined && topics.includes(topic),
  minutes: ({ shortestLeftMs }, { minutes = 0 }) => shortestLeftMs !== null && shortestLeftMs <= minutes * 60_000,
};

/** The filters that narrow the list now. */
export function filtersOf(search: CoursesSearch): readonly FilterName[] {
  return filterNames.filter((name) => search[name] !== undefined);
}

/** The same without some filters. */
export function without(search: CoursesSearch, ...names: readonly FilterName[]): CoursesSearch {
  const rest = Object.entries(search).filter(([name]) => !names.some((each) => each === name));
  return Object.fromEntries(rest);
}

/** The courses that every filter lets through, in their order. */
export function narrow(courses: readonly BrowseCard[], search: CoursesSearch, here: HereCounts): readonly BrowseCard[] {
  const names = filtersOf(search);
  if (names.length === 0) return courses;
  return courses.filter((course) => names.every((name) => checks[name](course, search, here)));
}

/** Orders courses; `compare` is the language's own. What comes is newest first. */
export function order(
  courses: readonly BrowseCard[],
  sort: CoursesSearch['sort'],
  compare: (a: string, b: string) => number,
): readonly BrowseCard[] {
  switch (sort) {
    case undefined:
      return courses;
    case 'title':
      return courses.toSorted((a, b) => compare(a.title, b.title));
    case 'shortest':
      return courses.toSorted((a, b) => a.durationMs - b.durationMs);
    case 'longest':
      return courses.toSorted((a, b) => b.durationMs - a.durationMs);
    case 'watched':
      return courses.toSorted((a, b) => (b.popularity?.viewerCount ?? 0) - (a.popularity?.viewerCount ?? 0));
    case 'rated':
      return courses.toSorted(
        (a, b) =>
          (b.popularity?.rating?.average ?? 0) - (a.popularity?.rating?.average ?? 0) ||
          (b.popularity?.rating?.count ?? 0) - (a.popularity?.rating?.count ?? 0),
      );
  }
}

/** The one filter whose going would show the most courses, and how many; null when it takes more than one. */
export function filterToDrop(
  courses: readonly BrowseCard[],
  search: CoursesSearch,
  here: HereCounts,
): { readonly name: FilterName; readonly count: number } | null {
  const found = filtersOf(search)
    .map((name) => ({ name, count: narrow(courses, without(search, name), here).length }))
    .toSorted((a, b) => b.count - a.count);
  const [best] = found;
  return best === undefined || best.count === 0 ? null : best;
}

/** What a filter could be set to, with how many courses that would leave among what the other filters leave. */
export function choicesOf(
  courses: readonly BrowseCard[],
  search: CoursesSearch,
  here: HereCounts,
  name: 'language' | 'level' | 'topic',
): ReadonlyMap<string, number> {
  const values = (course: BrowseCard) => (name === 'topic' ? course.topics : [course[name]]);
  const counts = new Map(courses.flatMap(values).map((value) => [value, 0]));
  for (const value of narrow(courses, without(search, name), here).flatMap(values)) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
