import type { CatalogueDelta } from '../../contract/api/catalogue.ts';
import type { Course, Lecture } from '../../contract/domain/course.ts';
import type { AccountId, CourseId, LectureId } from '../../contract/domain/ids.ts';
import { lecturesOf, type Publication } from './courses.ts';
import type { Offers } from './offers.ts';
import type { Revisions } from './revisions.ts';

/** What the service publishes. */
export interface Catalogue {
  /**
   * What changed since a cursor, as an account sees it; the whole catalogue without one, or with one of another database, of another region, or of
   * the future. A page of it, when it is long.
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
  /** A page ends behind the course with which it is as long as this. */
  readonly pageBytes: number;
}

/** A place between two pages, or, with `offset` 0, the beginning of what changed since a revision. */
interface Place {
  readonly revision: number;
  readonly offset: number;
}

const beginning: Place = { revision: 0, offset: 0 };

/** The catalogue of the published courses; records their revisions at once. */
export function createCatalogue({ publication, offers, revisions, epoch, pageBytes }: CatalogueDeps): Catalogue {
  const { regions } = publication;
  const courses = publication.courses.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  revisions.record(courses, regions);
  const sizes = new Map(courses.map((course) => [course.id, JSON.stringify(course).length]));
  const lectures = new Map(courses.flatMap(lecturesOf).map((lecture) => [lecture.id, lecture]));

  /** A place between pages holds while nothing else is published; then it leads to where its pages began. */
  function placeOf(cursor: string | undefined, region: string | null): Place {
    const [, from, digits, upTo, offset, of] =
      /^([a-z0-9]+)-(\d{1,15})(?:_(\d{1,15})_(\d{1,9}))?(?:-([A-Z]{2}))?$/.exec(cursor ?? '') ?? [];
    if (from !== epoch || digits === undefined || (of ?? null) !== region) return beginning;
    const revision = Number(digits);
    if (revision > revisions.current()) return beginning;
    return { revision, offset: Number(upTo) === revisions.current() ? Number(offset) : 0 };
  }

  function pageFrom(wanted: readonly Course[], offset: number): readonly Course[] {
    let sizeBytes = 0;
    const end = wanted.findIndex(({ id }, index) => {
      if (index >= offset) sizeBytes += sizes.get(id) ?? 0;
      return sizeBytes >= pageBytes;
    });
    return wanted.slice(offset, end === -1 ? undefined : end + 1);
  }

  return {
    delta(account, since) {
      const region = offers.regionOf(account);
      const current = revisions.current();
      const { revision, offset } = placeOf(since, region);
      const isWhole = revision === 0;
      const { changed, removed } = revisions.since(revision);
      const wanted = isWhole ? courses : courses.filter(({ id }) => changed.has(id));
      const page = pageFrom(wanted, offset);
      const end = offset + page.length;
      const hasMore = end < wanted.length;
      const place = hasMore ? `${revision}_${current}_${end}` : `${current}`;
      return {
        cursor: `${epoch}-${place}${region === null ? '' : `-${region}`}`,
        complete: isWhole && offset === 0 && !hasMore,
        courses: page.map((course) => offers.seenFrom(region, course)),
        removedCourseIds: isWhole || hasMore ? [] : [...removed],
        ...(hasMore ? { hasMore } : {}),
        ...(isWhole && offset > 0 && !hasMore ? { allCourseIds: courses.map(({ id }) => id) } : {}),
      };
    },
    lecture: (id) => lectures.get(id) ?? null,
    hasCourse: (id) => courses.some((course) => course.id === id),
  };
}
