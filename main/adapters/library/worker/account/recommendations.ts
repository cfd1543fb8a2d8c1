import { sql } from 'kysely';
import type { CourseId, LectureId } from '../../../../../contract/domain/ids.ts';
import type { RecommendationQuery, RecommendedHead } from '../../../../recommendation-ports.ts';
import { popularityColumns, popularityOf } from './popularity.ts';
import { headsOfCourses } from './read-catalogue.ts';
import { indexCourses, type CourseIndex } from './recommend/course-index.ts';
import type { WatchedLecture } from './recommend/interest.ts';
import { recommendPopular } from './recommend/popular.ts';
import { recommend, type Recommendation } from './recommend/recommend.ts';
import { parseHead } from './stored-json.ts';
import type { LibraryStatements } from './tables.ts';

/** Recommends courses from what is in the library now, as `RecommendationStore` tells it; nothing of it is kept. */
export function readRecommendations(
  store: LibraryStatements,
  query: RecommendationQuery,
): readonly RecommendedHead[] | null {
  const { lectures, begun, finished } = watchedIn(store);
  const found =
    begun.size === 0
      ? popularCourses(store, query)
      : recommend({ index: indexOf(store), lectures, begun, finished, dismissed: dismissedIn(store), ...query });
  if (found === null || found.length === 0) return found === null ? null : [];
  const heads = headsOfCourses(
    store,
    found.map(({ courseId }) => courseId),
  );
  return found.flatMap(({ courseId, reason }) => {
    const head = heads.get(courseId);
    return head === undefined ? [] : [{ head, reason }];
  });
}

/** For whom has watched nothing yet; null when nothing is known to be popular. */
function popularCourses(
  store: LibraryStatements,
  { language, limit }: RecommendationQuery,
): readonly Recommendation[] | null {
  const rows = store.all(
    store.build
      .selectFrom('popularity')
      .innerJoin('courses', 'courses.id', 'popularity.course_id')
      .select(popularityColumns)
      .select(['courses.id', sql<string>`courses.head ->> '$.language'`.as('language')])
      .where('courses.withdrawn', '=', 0)
      .where(sql<number>`coalesce(courses.head ->> '$.available', 1)`, '=', 1),
  );
  const dismissed = dismissedIn(store);
  const candidates = rows.flatMap((row) => {
    const { popularity } = popularityOf(row);
    return popularity === undefined || dismissed.has(row.id) ? [] : [{ ...row, popularity }];
  });
  const found = recommendPopular(candidates, language, limit);
  return found.length === 0 && dismissed.size === 0 ? null : found;
}

/** Remembers that a course is not wanted. */
export function dismissRecommendation(
  store: LibraryStatements,
  { courseId, nowMs }: { readonly courseId: CourseId; readonly nowMs: number },
): null {
  store.run(
    store.build
      .insertInto('recommendation_dismissed')
      .values({ course_id: courseId, dismissed_at_ms: nowMs })
      .onConflict((conflict) => conflict.column('course_id').doNothing()),
  );
  return null;
}

/** Forgets that a course is not wanted. */
export function restoreRecommendation(store: LibraryStatements, id: CourseId): null {
  store.run(store.build.deleteFrom('recommendation_dismissed').where('course_id', '=', id));
  return null;
}

/** Begins anew: nothing is dismissed, and only what is watched from now on counts. */
export function resetRecommendations(store: LibraryStatements, nowMs: number): null {
  forgetRecommendations(store);
  store.run(store.build.insertInto('recommendation_start').values({ only: 1, interest_from_ms: nowMs }));
  return null;
}

/** Deletes all that is kept for recommendations. */
export function forgetRecommendations(store: LibraryStatements): null {
  store.run(store.build.deleteFrom('recommendation_dismissed'));
  store.run(store.build.deleteFrom('recommendation_start'));
  indexes.delete(store);
  return null;
}

function dismissedIn(store: LibraryStatements): ReadonlySet<CourseId> {
  const rows = store.all(store.build.selectFrom('recommendation_dismissed').select('course_id'));
  return new Set(rows.map((row) => row.course_id));
}

/** THE place where interest comes from: what was begun, watched and completed. */
function watchedIn(store: LibraryStatements) {
  const { build } = store;
  const start = store.first(build.selectFrom('recommendation_start').select('interest_from_ms'));
  const fromMs = start?.interest_from_ms ?? -Infinity;
  const rows = store.all(
    build.selectFrom('progress').select(['lecture_id', 'completed', 'position_ms', 'watched_at_ms']),
  );
  const places = placesOf(store, rows.length);
  const watchedMs = watchedTimes(store);
  const lectures: WatchedLecture[] = [];
  const completedCounts = new Map<CourseId, number>();
  for (const row of rows) {
    const place = places.get(row.lecture_id);
    // From before parts were kept, only the place is known.
    const seenMs = watchedMs.get(row.lecture_id) ?? row.position_ms;
    // Counted as not watched by hand, it was not begun either.
    if (place === undefined || (row.completed === 0 && seenMs === 0)) continue;
    const { courseId, durationMs } = place;
    completedCounts.set(courseId, (completedCounts.get(courseId) ?? 0) + row.completed);
    if (row.watched_at_ms < fromMs) continue;
    const share = seenMs / Math.max(1, durationMs);
    lectures.push({ courseId, completed: row.completed === 1, share, watchedAtMs: row.watched_at_ms });
  }
  return { lectures, begun: new Set(completedCounts.keys()), finished: finishedOf(store, completedCounts) };
}

/** From so many on it is quicker to read of which course every lecture is, from the index alone, than to look each one up among the JSON. */
const manyLectures = 2000;

function placesOf(store: LibraryStatements, begunCount: number) {
  const all = store.build.selectFrom('lectures').select(['id', 'course_id', 'duration_ms']);
  const begun = all.where('id', 'in', store.build.selectFrom('progress').select('lecture_id'));
  const rows = store.all(begunCount < manyLectures ? begun : all);
  return new Map(rows.map((row) => [row.id, { courseId: row.course_id, durationMs: row.duration_ms }]));
}

function watchedTimes(store: LibraryStatements): ReadonlyMap<LectureId, number> {
  const rows = store.all(
    store.build
      .selectFrom('watched')
      .select(['lecture_id', sql<number>`sum(end_ms - start_ms)`.as('watched_ms')])
      .groupBy('lecture_id'),
  );
  return new Map(rows.map((row) => [row.lecture_id, row.watched_ms]));
}

function finishedOf(store: LibraryStatements, completedCounts: ReadonlyMap<CourseId, number>): ReadonlySet<CourseId> {
  const ids = [...completedCounts].filter(([, count]) => count > 0).map(([id]) => id);
  const sizes = store.all(
    store.build
      .selectFrom('lectures')
      .select(({ fn }) => ['course_id', fn.countAll<number>().as('lecture_count')])
      .where('course_id', 'in', ids)
      .groupBy('course_id'),
  );
  const done = sizes.filter((row) => (completedCounts.get(row.course_id) ?? 0) >= row.lecture_count);
  return new Set(done.map((row) => row.course_id));
}

/** The courses of an open library as vectors, until one of them changes: of the catalogue only, nothing of the person. */
const indexes = new WeakMap<LibraryStatements, { readonly courses: string; readonly index: CourseIndex }>();

function indexOf(store: LibraryStatements): CourseIndex {
  const rows = store.all(store.build.selectFrom('courses').select(['id', 'fingerprint', 'withdrawn']).orderBy('id'));
  const courses = rows.map((row) => `${row.fingerprint}${row.withdrawn}`).join(' ');
  const known = indexes.get(store);
  if (known?.courses === courses) return known.index;
  const heads = store.all(store.build.selectFrom('courses').select(['head', 'withdrawn']).orderBy('id'));
  const index = indexCourses(
    heads.map(({ head: text, withdrawn }) => {
      const head = parseHead(text);
      return {
        ...head,
        text: `${head.summary} ${head.description}`,
        isOffered: withdrawn === 0 && (head.available ?? true),
      };
    }),
  );
  indexes.set(store, { courses, index });
  return index;
}
