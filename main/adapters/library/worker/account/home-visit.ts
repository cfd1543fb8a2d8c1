import type { CourseId } from '../../../../../contract/domain/ids.ts';
import type { LibraryStatements } from './tables.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Who comes back sooner is still on the same visit: what was new stays so. */
const pauseMs = 4 * hourMs;
/** At the first visit ever, what was published so lately is new. */
const firstMs = 30 * dayMs;
/** Nothing is new for longer, however long the person was away. */
const longestMs = 60 * dayMs;

/** The person is at home: notes it, and answers the courses that were not there at their last visit. */
export function visitHome(store: LibraryStatements, nowMs: number): readonly CourseId[] {
  const sinceMs = noteVisit(store, nowMs);
  noteArrivals(store, nowMs);
  return store
    .all(
      store.build
        .selectFrom('course_arrivals')
        .innerJoin('courses', 'courses.id', 'course_arrivals.course_id')
        .select('courses.id')
        .where('arrived_at_ms', '>', sinceMs)
        .where('courses.withdrawn', '=', 0)
        .where('courses.published_at', '>', new Date(nowMs - longestMs).toISOString())
        .orderBy('courses.id'),
    )
    .map(({ id }) => id);
}

/** Since when what arrived is new. */
function noteVisit(store: LibraryStatements, nowMs: number): number {
  const { build } = store;
  const before = store.first(build.selectFrom('home_visit').selectAll());
  if (before === undefined) {
    const sinceMs = nowMs - firstMs;
    store.run(build.insertInto('home_visit').values({ only: 1, since_ms: sinceMs, seen_ms: nowMs }));
    return sinceMs;
  }
  // A clock that was ahead must not make things new for as long.
  if (nowMs < before.seen_ms) {
    store.run(build.updateTable('course_arrivals').set({ arrived_at_ms: nowMs }).where('arrived_at_ms', '>', nowMs));
  }
  const isAnother = nowMs - before.seen_ms > pauseMs;
  const sinceMs = Math.min(isAnother ? before.seen_ms : before.since_ms, nowMs);
  store.run(build.updateTable('home_visit').set({ since_ms: sinceMs, seen_ms: nowMs }));
  return sinceMs;
}

/** Courses that are there for the first time arrived now; those of the first visit ever when they were published. */
function noteArrivals(store: LibraryStatements, nowMs: number): void {
  const { build } = store;
  const isFirst = store.first(build.selectFrom('course_arrivals').select('course_id').limit(1)) === undefined;
  const arrivals = build.selectFrom('course_arrivals').select('course_id');
  const rows = store.all(build.selectFrom('courses').select(['id', 'published_at']).where('id', 'not in', arrivals));
  for (const { id, published_at: publishedAt } of rows) {
    const arrivedAtMs = isFirst ? Math.min(Date.parse(publishedAt), nowMs) : nowMs;
    store.run(build.insertInto('course_arrivals').values({ course_id: id, arrived_at_ms: arrivedAtMs }));
  }
}
