import { sql } from 'kysely';
import type { CourseId } from '../../../../../contract/domain/ids.ts';
import type { RecommendationQuery, RecommendedHead } from '../../../../recommendation-ports.ts';
import { headsOfCourses } from './read-catalogue.ts';
import { indexCourses, type CourseIndex } from './recommend/course-index.ts';
import type { WatchedLecture } from './recommend/interest.ts';
import { recommend } from './recommend/recommend.ts';
import { parseHead } from './stored-json.ts';
import type { LibraryStatements } from './tables.ts';

/** Recommends courses from what is in the library now, as `RecommendationStore` tells it; nothing of it is kept. */
export function readRecommendations(
  store: LibraryStatements,
  { nowMs, limit }: RecommendationQuery,
): readonly RecommendedHead[] | null {
  const { lectures, begun, finished } = watchedIn(store);
  const found = recommend({
    index: indexOf(store),
    lectures,
    begun,
    finished,
    dismissed: dismissedIn(store),
    nowMs,
    limit,
  });
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
  const start = store.first(store.build.selectFrom('recommendation_start').select('interest_from_ms'));
  const fromMs = start?.interest_from_ms ?? -Infinity;
  const rows = store.all(
    store.build
      .selectFrom('progress')
      .innerJoin('lectures', 'lectures.id', 'progress.lecture_id')
      .select(['lectures.course_id', 'lectures.duration_ms', 'progress.completed', 'progress.position_ms'])
      .select(['progress.watched_at_ms'])
      .select(({ selectFrom, fn }) =>
        selectFrom('watched')
          .select(fn.sum<number | null>(sql`watched.end_ms - watched.start_ms`).as('sum'))
          .whereRef('watched.lecture_id', '=', 'progress.lecture_id')
          .as('watched_ms'),
      ),
  );
  const lectures: WatchedLecture[] = [];
  const completedCounts = new Map<CourseId, number>();
  for (const row of rows) {
    const completed = row.completed === 1;
    const courseId = row.course_id;
    completedCounts.set(courseId, (completedCounts.get(courseId) ?? 0) + row.completed);
    if (row.watched_at_ms < fromMs) continue;
    // From before parts were kept, only the place is known.
    const share = (row.watched_ms ?? row.position_ms) / Math.max(1, row.duration_ms);
    lectures.push({ courseId, completed, share, watchedAtMs: row.watched_at_ms });
  }
  return { lectures, begun: new Set(completedCounts.keys()), finished: finishedOf(store, completedCounts) };
}

function finishedOf(store: LibraryStatements, completedCounts: ReadonlyMap<CourseId, number>): ReadonlySet<CourseId> {
  const sizes = store.all(
    store.build
      .selectFrom('lectures')
      .select(({ fn }) => ['course_id', fn.countAll<number>().as('lecture_count')])
      .where(
        'course_id',
        'in',
        store.build
          .selectFrom('lectures')
          .select('course_id')
          .where('id', 'in', store.build.selectFrom('progress').select('lecture_id')),
      )
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
      return { ...head, text: `${head.summary} ${head.description}`, isOffered: withdrawn === 0 };
    }),
  );
  indexes.set(store, { courses, index });
  return index;
}
