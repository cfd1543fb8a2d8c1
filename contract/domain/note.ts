import type { CourseId, LectureId, NoteId } from './ids.ts';

/** How long a note may be, in UTF-16 code units, as text fields count. */
export const noteLength = 5000;

/** What a person wrote at a place of a lecture; a bookmark is a note without words. */
export interface Note {
  readonly id: NoteId;
  readonly lectureId: LectureId;
  /** From the lecture's start. */
  readonly positionMs: number;
  readonly text: string;
  /** Milliseconds since 1970, UTC. */
  readonly changedAtMs: number;
}

/** The notes of one lecture, by time; the title is empty when the catalogue forgot the lecture. */
export interface LectureNotes {
  readonly lectureId: LectureId;
  readonly title: string;
  readonly notes: readonly Note[];
}

/** What is exported. */
export type NotesScope =
  | { readonly kind: 'lecture'; readonly lectureId: LectureId }
  | { readonly kind: 'course'; readonly courseId: CourseId };

/** The few words of the file that are not the person's, in the language on screen. */
export interface NotesWords {
  /** Ends the suggested file name, and names the folder of pictures. */
  readonly notes: string;
  readonly bookmark: string;
}

/** What was written. */
export interface NotesExport {
  readonly noteCount: number;
  readonly pictureCount: number;
  /** Pictures that could not be taken: the lecture is not here, or has none. */
  readonly missedPictureCount: number;
}
