import type { Course } from '../../contract/domain/course.ts';
import type { AccountId, AssetId, CourseId, LectureId } from '../../contract/domain/ids.ts';
import { ServiceProblem } from '../http/problems.ts';
import { lecturesOf, type Publication } from './courses.ts';

/** What is offered to whom: a course may be offered in some regions only. Who has not said where they are is offered everything. */
export interface Offers {
  /** The account's region; null: not said. */
  regionOf(account: AccountId): string | null;
  /** The course as an account in that region sees it. */
  seenFrom(region: string | null, course: Course): Course;
  /** Throws `region-unavailable` for a lecture's own files (video, sound, captions, attachments) where no course with them is offered; covers are for all. */
  checkAsset(account: AccountId, id: AssetId): void;
  /** Throws `region-unavailable`. */
  checkLecture(account: AccountId, id: LectureId): void;
}

/** Makes it from what is published. */
export function createOffers(
  { courses, regions }: Publication,
  regionOf: (account: AccountId) => string | null,
): Offers {
  const coursesOfAsset = new Map<AssetId, CourseId[]>();
  const courseOfLecture = new Map<LectureId, CourseId>();
  for (const course of courses) {
    for (const lecture of lecturesOf(course)) {
      courseOfLecture.set(lecture.id, course.id);
      for (const { id } of [...lecture.media, ...lecture.captions, ...lecture.attachments]) {
        coursesOfAsset.set(id, [...(coursesOfAsset.get(id) ?? []), course.id]);
      }
    }
  }

  function isOffered(region: string | null, id: CourseId): boolean {
    const offeredIn = regions.get(id);
    return offeredIn === undefined || region === null || offeredIn.includes(region);
  }

  function check(account: AccountId, ids: readonly CourseId[]): void {
    const region = regionOf(account);
    if (ids.length > 0 && !ids.some((id) => isOffered(region, id))) throw new ServiceProblem('region-unavailable');
  }

  return {
    regionOf,
    seenFrom: (region, course) => (isOffered(region, course.id) ? course : { ...course, available: false }),
    checkAsset: (account, id) => check(account, coursesOfAsset.get(id) ?? []),
    checkLecture(account, id) {
      const course = courseOfLecture.get(id);
      check(account, course === undefined ? [] : [course]);
    },
  };
}
