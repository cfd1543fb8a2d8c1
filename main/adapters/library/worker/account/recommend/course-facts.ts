import type { Level } from '../../../../../../contract/domain/course.ts';
import type { CourseId } from '../../../../../../contract/domain/ids.ts';

/** What a course is compared by. */
export interface CourseFacts {
  readonly id: CourseId;
  readonly title: string;
  /** Summary and description. */
  readonly text: string;
  readonly topics: readonly string[];
  readonly lecturer: { readonly id: string; readonly name: string };
  readonly level: Level;
  readonly language: string;
  /** False: it was withdrawn, and only says what the person likes. */
  readonly isOffered: boolean;
}
