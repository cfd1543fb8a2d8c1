import { sql } from 'kysely';
import type { ListThing } from '../../../../../contract/domain/browse.ts';
import type { CourseId } from '../../../../../contract/domain/ids.ts';
import type { ListedThing } from '../../../../browse-ports.ts';
import { briefsOf } from './browse.ts';
import type { LibraryStatements } from './tables.ts';

/** Everything on the person's own list that the catalogue knows, newest first. */
export function readMyList(store: LibraryStatements): readonly ListedThing[] {
  return [...listedCourses(store), ...listedLectures(store)].toSorted(
    (one, other) => other.addedAtMs - one.addedAtMs || keyOf(one).localeCompare(keyOf(other)),
  );
}

/** Puts something on the list; false when the catalogue does not know it. */
export function addToMyList(
  store: LibraryStatements,
  { thing, addedAtMs }: { readonly thing: ListThing; readonly addedAtMs: number },
): boolean {
  if (!isKnown(store, thing)) return false;
  store.run(
    store.build
      .insertInto('my_list')
      .values({ ...rowOf(thing), added_at_ms: addedAtMs })
      .onConflict((conflict) => conflict.columns(['kind', 'id']).doNothing()),
  );
  return true;
}

/** Takes something off the list; since when it was there, or null. */
export function removeFromMyList(store: LibraryStatements, thing: ListThing): number | null {
  const { kind, id } = rowOf(thing);
  const query = store.build.selectFrom('my_list').select('added_at_ms').where('kind', '=', kind).where('id', '=', id);
  const row = store.first(query);
  store.run(store.build.deleteFrom('my_list').where('kind', '=', kind).where('id', '=', id));
  return row?.added_at_ms ?? null;
}

function listedCourses(store: LibraryStatements): readonly ListedThing[] {
  const { build } = store;
  const rows = store.all(build.selectFrom('my_list').select(['id', 'added_at_ms']).where('kind', '=', 'course'));
  const since = new Map<string, number>(rows.map((row) => [row.id, row.added_at_ms]));
  const ids = build
    .selectFrom('courses')
    .select('id')
    .where('id', 'in', sql<CourseId>`(SELECT id FROM my_list WHERE kind = 'course')`);
  return briefsOf(store, ids).map((course) => ({ kind: 'course', addedAtMs: since.get(course.id) ?? 0, course }));
}

function listedLectures(store: LibraryStatements): readonly ListedThing[] {
  const query = store.build
    .selectFrom('my_list')
    .innerJoin('lectures', 'lectures.id', 'my_list.id')
    .innerJoin('courses', 'courses.id', 'lectures.course_id')
    .leftJoin('progress', 'progress.lecture_id', 'lectures.id')
    .select([
      'added_at_ms',
      'lectures.id',
      'lectures.course_id',
      'lectures.title',
      'lectures.duration_ms',
      'lectures.cover_asset_id',
      'position_ms',
      'completed',
      'watched_at_ms',
      sql<string>`courses.head ->> '$.title'`.as('course_title'),
    ])
    .where('my_list.kind', '=', 'lecture');
  return store.all(query).map((row) => ({
    kind: 'lecture',
    addedAtMs: row.added_at_ms,
    lectureId: row.id,
    courseId: row.course_id,
    lectureTitle: row.title,
    courseTitle: row.course_title,
    coverAssetId: row.cover_asset_id,
    durationMs: row.duration_ms,
    progress:
      row.position_ms === null || row.watched_at_ms === null
        ? null
        : { positionMs: row.position_ms, completed: row.completed === 1, watchedAtMs: row.watched_at_ms },
  }));
}

function isKnown(store: LibraryStatements, thing: ListThing): boolean {
  const { build } = store;
  const row =
    thing.kind === 'course'
      ? store.first(build.selectFrom('courses').select('id').where('id', '=', thing.courseId))
      : store.first(build.selectFrom('lectures').select('id').where('id', '=', thing.lectureId));
  return row !== undefined;
}

function rowOf(thing: ListThing) {
  return { kind: thing.kind, id: thing.kind === 'course' ? thing.courseId : thing.lectureId };
}

function keyOf(item: ListedThing): string {
  return item.kind === 'course' ? item.course.id : item.lectureId;
}
