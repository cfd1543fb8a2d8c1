import type { CatalogueDelta } from '../../../../../contract/api/catalogue.ts';
import type { CourseId } from '../../../../../contract/domain/ids.ts';
import type { LibraryStatements } from './tables.ts';
import { createCourseWriter } from './write-course.ts';

/** Applies a delta, which replaces everything when it is `complete`; true when anything a person could see changed. */
export function applyDelta(store: LibraryStatements, delta: CatalogueDelta, etag: string | null): boolean {
  let changed = false;
  const writeCourse = createCourseWriter(store);
  for (const course of delta.courses) changed = writeCourse(course) || changed;
  return endDelta(store, delta, etag) || changed;
}

/** What is left to do once a delta's courses are written: what went, and where the next one begins; true when anything a person could see changed. */
export function endDelta(store: LibraryStatements, delta: CatalogueDelta, etag: string | null): boolean {
  let changed = false;
  for (const id of removedBy(store, delta)) changed = withdraw(store, id) || changed;
  sweep(store);
  saveState(store, delta.cursor, etag);
  return changed;
}

/** Where the next delta begins, and the ETag of the last answer. */
export function knownState(store: LibraryStatements): { readonly cursor: string | null; readonly etag: string | null } {
  return (
    store.first(store.build.selectFrom('catalogue_state').select(['cursor', 'etag'])) ?? { cursor: null, etag: null }
  );
}

function removedBy(store: LibraryStatements, delta: CatalogueDelta): readonly CourseId[] {
  const given = new Set([...delta.courses.map((course) => course.id), ...(delta.allCourseIds ?? [])]);
  const candidates =
    delta.complete || delta.allCourseIds !== undefined
      ? store.all(store.build.selectFrom('courses').select('id')).map((course) => course.id)
      : delta.removedCourseIds;
  return candidates.filter((id) => !given.has(id));
}

function withdraw(store: LibraryStatements, id: CourseId): boolean {
  const { build } = store;
  const courses = build.updateTable('courses').set({ withdrawn: 1 }).where('id', '=', id).where('withdrawn', '=', 0);
  if (store.run(courses) === 0) return false;
  store.run(build.updateTable('lectures').set({ withdrawn: 1 }).where('course_id', '=', id));
  return true;
}

/** Deletes what is withdrawn and nobody has anything of: no download, not even in the bin, no progress. */
function sweep(store: LibraryStatements): void {
  const { build } = store;
  store.run(
    build
      .deleteFrom('lectures')
      .where('withdrawn', '=', 1)
      .where('id', 'not in', build.selectFrom('downloads').select('lecture_id'))
      .where('id', 'not in', build.selectFrom('bin').select('lecture_id'))
      .where('id', 'not in', build.selectFrom('progress').select('lecture_id')),
  );
  store.run(
    build
      .deleteFrom('courses')
      .where('withdrawn', '=', 1)
      .where('id', 'not in', build.selectFrom('lectures').select('course_id')),
  );
}

function saveState(store: LibraryStatements, cursor: string, etag: string | null): void {
  const state = { cursor, etag };
  store.run(
    store.build
      .insertInto('catalogue_state')
      .values({ id: 1, ...state })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(state)),
  );
}
