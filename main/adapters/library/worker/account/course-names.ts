import { sql } from 'kysely';
import type { Course } from '../../../../../contract/domain/course.ts';
import type { CourseId } from '../../../../../contract/domain/ids.ts';
import type { LibraryStatements } from './tables.ts';

/** How a course is called; `language` null when the catalogue has it no more, and the history remembers its title. */
export interface CourseName {
  readonly title: string;
  readonly language: Course['language'] | null;
}

/** The names of courses that were watched. */
export function namesOfCourses(store: LibraryStatements, ids: readonly CourseId[]): ReadonlyMap<CourseId, CourseName> {
  return new Map(ids.map((id) => [id, ofCatalogue(store, id) ?? ofHistory(store, id)]));
}

function ofCatalogue(store: LibraryStatements, id: CourseId): CourseName | undefined {
  const query = store.build
    .selectFrom('courses')
    .select([
      sql<string>`head ->> '$.title'`.as('title'),
      sql<Course['language']>`head ->> '$.language'`.as('language'),
    ])
    .where('id', '=', id);
  return store.first(query);
}

function ofHistory(store: LibraryStatements, id: CourseId): CourseName {
  const query = store.build
    .selectFrom('history')
    .select('course_title as title')
    .where('course_id', '=', id)
    // The entry that was kept last: the index of courses leads straight to it, however many there are.
    .orderBy(sql`rowid`, 'desc')
    .limit(1);
  return { title: store.first(query)?.title ?? '', language: null };
}
