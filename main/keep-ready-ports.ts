/** The door to what is kept ready: how many lectures ahead of each course, and where the person is in it. */
import type { Quality } from '../contract/domain/course.ts';
import type { CourseId, LectureId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';

/** A lecture of a course that is kept ready. */
export interface KeepReadyLecture {
  readonly lectureId: LectureId;
  readonly progress: 'none' | 'begun' | 'completed';
  /** It has a download, in whatever state. */
  readonly hasDownload: boolean;
  /** The person removed its download and did not ask for it again. */
  readonly leftAlone: boolean;
  /** The service gives it to nobody any more. */
  readonly withdrawn: boolean;
}

/** A course that is kept ready, its lectures in order. */
export interface KeepReadyCourse {
  readonly count: number;
  /** The one last chosen for the course, if any was. */
  readonly quality: Quality | null;
  readonly lectures: readonly KeepReadyLecture[];
}

/** What the library knows of it. */
export interface KeepReadyStore {
  /** Every course with a count above 0. */
  courses(): Promise<Result<readonly KeepReadyCourse[]>>;
  /** 0: nothing is kept ready. */
  countOfCourse(id: CourseId): Promise<Result<number>>;
  keepCount(id: CourseId, count: number): Promise<Result<null>>;
}
