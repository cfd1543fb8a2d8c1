import { z } from 'zod';
import { Language } from './course.ts';
import type { CourseId, LectureId, NoteId } from './ids.ts';

/** The longest text that is searched for, in UTF-16 code units. */
export const searchLength = 200;

/** The kinds of things that are found. */
export const searchKinds = ['course', 'lecture', 'lecturer', 'transcript', 'note'] as const;

/** What a search is narrowed to. */
export const SearchFilter = z.strictObject({
  /** Empty: every kind. */
  kinds: z.array(z.enum(searchKinds)).max(searchKinds.length).readonly(),
  /** Null: every language. */
  language: Language.nullable(),
  /** Only what is on this computer. */
  here: z.boolean(),
});
export type SearchFilter = z.infer<typeof SearchFilter>;

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
      /** Of the course (BCP 47 primary tag). */
      readonly language?: string;
    }
  | {
      readonly kind: 'lecture';
      readonly lectureId: LectureId;
      readonly courseId: CourseId;
      readonly title: Marked;
      readonly courseTitle: string;
      readonly durationMs: number;
      /** Of the course. */
      readonly language?: string;
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
      /** Of the captions. */
      readonly language?: string;
      /** Of the course, and so of the lecture's title. */
      readonly lectureLanguage?: string;
    }
  | {
      readonly kind: 'note';
      readonly noteId: NoteId;
      readonly lectureId: LectureId;
      readonly lectureTitle: string;
      readonly positionMs: number;
      readonly text: Marked;
      /** Of the course; the note itself may be in any. */
      readonly lectureLanguage?: string;
    };

/** What was found; `corrected` is what was searched for instead when nothing had the words as typed. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly corrected: string | null;
}
