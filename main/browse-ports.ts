/** The doors of browsing and of the person's own list, as `ports.ts` has the others. */
import type { BrowseCard, BrowsePlace, ListThing, NextItem } from '../contract/domain/browse.ts';
import type { Lecturer } from '../contract/domain/course.ts';
import type { AssetId, CourseId } from '../contract/domain/ids.ts';
import type { LectureProgress } from '../contract/domain/views.ts';
import type { Result } from '../contract/result.ts';

/** A course in the list of all, as the library has it. */
export type CourseBrief = Omit<BrowseCard, 'coverUrl'> & { readonly coverAssetId: AssetId };

/** The lecture to go on with, as the library has it. */
export type NextLecture = Omit<NextItem, 'coverUrl'> & { readonly coverAssetId: AssetId };

/** Something on the list, as the library has it. */
export type ListedThing =
  | { readonly kind: 'course'; readonly addedAtMs: number; readonly course: CourseBrief }
  | ({ readonly kind: 'lecture'; readonly addedAtMs: number; readonly progress: LectureProgress | null } & NextLecture);

/** The catalogue as it is looked through. */
export interface BrowseStore {
  /** Newest first, from behind `after` on, at most `limit` of them: published courses, and withdrawn ones with a download. */
  courses(after: BrowsePlace | null, limit: number): Promise<Result<readonly CourseBrief[]>>;
  /** The person is at home: notes it, and answers the courses that were not there at their last visit. */
  visitHome(nowMs: number): Promise<Result<readonly CourseId[]>>;
  /** Of each course with a watched lecture and none half-watched, what comes next; the course watched last first. */
  nextUp(limit: number): Promise<Result<readonly NextLecture[]>>;
  /** Null when no course is this person's. */
  lecturer(id: string): Promise<Result<LecturerBrief | null>>;
}

/** Who teaches, and what, newest first. */
export interface LecturerBrief {
  readonly lecturer: Lecturer;
  readonly courses: readonly CourseBrief[];
}

/** The person's own list. */
export interface ListStore {
  /** Newest first; what the catalogue does not know now is left out. */
  all(): Promise<Result<readonly ListedThing[]>>;
  /** False when the catalogue does not know it; what is on the list already keeps its place. */
  add(thing: ListThing, addedAtMs: number): Promise<Result<boolean>>;
  /** Since when it was there; null: it was not. */
  remove(thing: ListThing): Promise<Result<number | null>>;
}
