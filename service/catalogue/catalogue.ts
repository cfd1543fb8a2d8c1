import type { CatalogueDelta } from '../../contract/api/catalogue.ts';
import type { Course, Lecture } from '../../contract/domain/course.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { lecturesOf } from './courses.ts';
import type { Revisions } from './revisions.ts';

/** What the service publishes. */
export interface Catalogue {
  /** What changed since a cursor; the whole catalogue without one, or with one of another database or of the future. */
  delta(since: string | undefined): CatalogueDelta;
  lecture(id: LectureId): Lecture | null;
}

export interface CatalogueDeps {
  readonly courses: readonly Course[];
  readonly revisions: Revisions;
  /** Names this database in cursors: letters, digits, `_`. */
  readonly epoch: string;
}

/** The catalogue of the published courses; records their revisions at once. */
export function createCatalogue({ courses, revisions, epoch }: CatalogueDeps): Catalogue {
  revisions.record(courses);
  const lectures = new Map(courses.flatMap(lecturesOf).map((lecture) => [lecture.id, lecture]));

  function revisionOf(cursor: string | undefined): number | null {
    const [, from, digits] = /^([a-z0-9]+)-(\d{1,15})$/.exec(cursor ?? '') ?? [];
    if (from !== epoch || digits === undefined) return null;
    const revision = Number(digits);
    return revision <= revisions.current() ? revision : null;
  }

  return {
    delta(since) {
      const cursor = `${epoch}-${revisions.current()}`;
      const revision = revisionOf(since);
      if (revision === null) return { cursor, complete: true, courses: [...courses], removedCourseIds: [] };
      const { changed, removed } = revisions.since(revision);
      const changedCourses = courses.filter((course) => changed.has(course.id));
      return { cursor, complete: false, courses: changedCourses, removedCourseIds: [...removed] };
    },
    lecture: (id) => lectures.get(id) ?? null,
  };
}
