import type { CourseId, LectureId, NoteId } from './ids.ts';

/** The longest text that is searched for, in UTF-16 code units. */
export const searchLength = 200;

/** Words of what was found, in pieces; those with `hit` are what was looked for. */
export type Marked = readonly { readonly text: string; readonly hit: boolean }[];

/** Something found, best first within its kind. */
export type SearchHit =
  | {
      readonly kind: 'course';
      readonly courseId: CourseId;
      readonly title: Marked;
      readonly lecturerName: string;
      readonly coverUrl: string;
    }
  | {
      readonly kind: 'lecture';
      readonly lectureId: LectureId;
      readonly courseId: CourseId;
      readonly title: Marked;
      readonly courseTitle: string;
      readonly durationMs: number;
    }
  | { readonly kind: 'lecturer'; readonly lecturerId: string; readonly name: Marked; readonly courseCount: number }
  /** Words said in a lecture, at that moment. */
  | {
      readonly kind: 'transcript';
      readonly lectureId: LectureId;
      readonly courseId: CourseId;
      readonly lectureTitle: string;
      readonly startMs: number;
      readonly text: Marked;
    }
  | {
      readonly kind: 'note';
      readonly noteId: NoteId;
      readonly lectureId: LectureId;
      readonly lectureTitle: string;
      readonly positionMs: number;
      readonly text: Marked;
    };

/** What was found; `corrected` is what was searched for instead when nothing had the words as typed. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly corrected: string | null;
}
