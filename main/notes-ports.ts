/** The doors of notes, as `ports.ts` has the others. */
import type { CourseId, LectureId, NoteId } from '../contract/domain/ids.ts';
import type { LectureNotes, Note } from '../contract/domain/note.ts';
import type { Result } from '../contract/result.ts';

/** A note to keep; `nowMs` is when it was changed, in milliseconds since 1970, UTC. */
export interface NewNote {
  readonly id: NoteId;
  readonly lectureId: LectureId;
  readonly positionMs: number;
  readonly text: string;
  readonly nowMs: number;
  /** Only for one that is brought back. */
  readonly createdAtMs?: number;
}

/** A note as the library has it. */
export interface NoteRow extends Note {
  readonly createdAtMs: number;
}

/** Notes and bookmarks in the encrypted library. */
export interface NotesStore {
  /** By time. */
  ofLecture(id: LectureId): Promise<Result<readonly Note[]>>;
  /** In the order of the course. */
  ofCourse(id: CourseId): Promise<Result<readonly LectureNotes[]>>;
  /** Keeps a new note or changes the place and words of one that is there; null when nobody knows the lecture. */
  put(note: NewNote): Promise<Result<NoteRow | null>>;
  /** Deletes a note for good and gives what it was. */
  remove(id: NoteId): Promise<Result<NoteRow | null>>;
}

/** A Markdown file on its way to where the person wants it, in clear. Fails with `folder-read-only`, `disk-full`, `disk-failed`. */
export interface NotesFile {
  /** Writes a PNG into a new folder beside the file; answers its address relative to the file. */
  putPicture(name: string, png: Uint8Array): Promise<Result<string>>;
  /** Writes the text, whole or not at all. */
  finish(text: string): Promise<Result<null>>;
  /** Deletes the pictures again. */
  abandon(): Promise<void>;
}

/** Where exported notes go. */
export interface NotesFiles {
  /** Asks the person by the system's dialog, which also asks before it replaces; null when they thought better of it. */
  choose(suggested: { readonly fileName: string; readonly picturesName: string }): Promise<NotesFile | null>;
}

/** Pictures of one lecture. */
export interface LectureFrames {
  /** The picture at a place as PNG; null when there is none. */
  at(positionMs: number): Promise<Uint8Array | null>;
  close(): void;
}

/** Takes pictures out of lectures. */
export interface FrameCamera {
  /** Opens a lecture by its `lecture://` address; null when it cannot be shown. */
  open(mediaUrl: string): Promise<LectureFrames | null>;
}
