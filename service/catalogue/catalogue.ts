import type { CatalogueDelta } from '../../contract/api/catalogue.ts';
import type { Lecture } from '../../contract/domain/course.ts';
import type { AccountId, CourseId, LectureId } from '../../contract/domain/ids.ts';
import { lecturesOf, type Publication } from './courses.ts';
import type { Offers } from './offers.ts';
import type { Revisions } from './revisions.ts';

/** What the service publishes. */
export interface Catalogue {
  /**
   * What changed since a cursor, as an account sees it; the whole catalogue without one, or with one of another database, of another region, or of
   * the future.
   */
  delta(account: AccountId, since: string | undefined): CatalogueDelta;
  lecture(id: LectureId): Lecture | null;
  hasCourse(id: CourseId): boolean;
}

export interface CatalogueDeps {
  readonly publication: Publication;
  readonly offers: Offers;
  readonly revisions: Revisions;
  /** Names this database in cursors: letters, digits, `_`. */
  readonly epoch: string;
}

/** The catalogue of the published courses; records their revisions at once. */
export function createCatalogue({ publication, offers, revisions, epoch }: CatalogueDeps): Catalogue {
  const { courses, regions } = publication;
  revisions.record(courses, regions);
  const lectures = new Map(courses.flatMap(lecturesOf).map((lecture) => [lecture.id, lecture]));

  function revisionOf(cursor: string | undefined, region: string | null): number | null {
    const [, from, digits, of] = /^([a-z0-9]+)-(\d{1,15})(?:-([A-Z]{2}))?$/.exec(cursor ?? '') ?? [];
    if (from !== epoch || digits === undefined || (of ?? null) !== region) return null;
    const revision = Number(digits);
    return revision <= revisions.current() ? revision : null;
  }

  return {
    delta(account, since) {
      const region = offers.regionOf(account);
      const seen = courses.map((course) => offers.seenFrom(region, course));
      const cursor = `${epoch}-${revisions.current()}${region === null ? '' : `-${region}`}`;
      const revision = revisionOf(since, region);
      if (revision === null) return { cursor, complete: true, courses: seen, removedCourseIds: [] };
      const { changed, removed } = revisions.since(revision);
      const changedCourses = seen.filter((course) => changed.has(course.id));
      return { cursor, complete: false, courses: changedCourses, removedCourseIds: [...removed] };
    },
    lecture: (id) => lectures.get(id) ?? null,
    hasCourse: (id) => courses.some((course) => course.id === id),
  };
}
