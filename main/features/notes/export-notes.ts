import type { LectureId, NoteId } from '../../../contract/domain/ids.ts';
import type { LectureNotes, Note, NotesExport, NotesScope, NotesWords } from '../../../contract/domain/note.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { FrameCamera, Library, NotesFile, NotesFiles } from '../../ports.ts';
import { safeFileName } from './file-name.ts';
import { notesMarkdown, placeWords } from './markdown.ts';

/** What exporting needs. */
export interface ExportDeps {
  readonly library: Pick<Library, 'notes' | 'catalogue'>;
  readonly files: NotesFiles;
  readonly camera: FrameCamera;
  /** Where a lecture's bytes are, if it can be played now. */
  readonly mediaUrlOf: (id: LectureId) => Promise<string | null>;
  readonly onProgress: (progress: { readonly doneCount: number; readonly totalCount: number }) => void;
}

/** Notes as Markdown, in clear, where the person wants them. */
export interface ExportNotes {
  run(input: { scope: NotesScope; pictures: boolean; words: NotesWords }): Promise<Result<NotesExport | null>>;
  stop(): void;
}

interface Collected {
  readonly courseTitle: string;
  readonly fileTitle: string;
  readonly lectures: readonly LectureNotes[];
}

/** Makes the export; one at a time, another asked for meanwhile is `not-allowed`. */
export function createExportNotes(deps: ExportDeps): ExportNotes {
  const { library } = deps;
  let running: AbortController | null = null;

  async function ofLecture(lectureId: LectureId): Promise<Result<Collected>> {
    const [lecture, notes] = await Promise.all([
      library.catalogue.lecture(lectureId),
      library.notes.ofLecture(lectureId),
    ]);
    if (!lecture.ok) return lecture;
    if (!notes.ok) return notes;
    const title = lecture.value?.lecture.title ?? '';
    const courseTitle = lecture.value?.course.title ?? '…';
    return ok({ courseTitle, fileTitle: title, lectures: [{ lectureId, title, notes: notes.value }] });
  }

  async function collect(scope: NotesScope): Promise<Result<Collected>> {
    if (scope.kind === 'lecture') return ofLecture(scope.lectureId);
    const [course, lectures] = await Promise.all([
      library.catalogue.course(scope.courseId),
      library.notes.ofCourse(scope.courseId),
    ]);
    if (!course.ok) return course;
    if (!lectures.ok) return lectures;
    const title = course.value?.head.title ?? '';
    return ok({ courseTitle: title === '' ? '…' : title, fileTitle: title, lectures: lectures.value });
  }

  /** Takes the pictures one after the other; a lecture that cannot be played now goes without. */
  async function takePictures(
    lectures: readonly LectureNotes[],
    file: NotesFile,
    signal: AbortSignal,
  ): Promise<Result<ReadonlyMap<NoteId, string>>> {
    const pictures = new Map<NoteId, string>();
    const totalCount = countOf(lectures);
    let doneCount = 0;
    const step = (): void => deps.onProgress({ doneCount: (doneCount += 1), totalCount });

    async function ofOneLecture({ lectureId, notes }: LectureNotes, lectureNumber: number): Promise<Result<null>> {
      const mediaUrl = await deps.mediaUrlOf(lectureId);
      const frames = mediaUrl === null || signal.aborted ? null : await deps.camera.open(mediaUrl);
      try {
        for (const [index, note] of notes.entries()) {
          if (signal.aborted) return fail('cancelled');
          const png = await frames?.at(note.positionMs);
          if (png instanceof Uint8Array) {
            const written = await file.putPicture(pictureName(lectureNumber, index + 1, note), png);
            if (!written.ok) return written;
            pictures.set(note.id, written.value);
          }
          step();
        }
        return done;
      } finally {
        frames?.close();
      }
    }

    for (const [index, lecture] of lectures.entries()) {
      const taken = await ofOneLecture(lecture, index + 1);
      if (!taken.ok) return taken;
    }
    return ok(pictures);
  }

  async function write(
    collected: Collected,
    input: { readonly pictures: boolean; readonly words: NotesWords },
    signal: AbortSignal,
  ): Promise<Result<NotesExport | null>> {
    const { courseTitle, fileTitle, lectures } = collected;
    const name = safeFileName(`${fileTitle} - ${input.words.notes}`, 'LECTOROOM');
    const file = await deps.files.choose({ fileName: `${name}.md`, picturesName: name });
    if (file === null) return ok(null);
    const taken = input.pictures
      ? await takePictures(lectures, file, signal)
      : ok<ReadonlyMap<NoteId, string>>(new Map());
    const written =
      taken.ok && !signal.aborted
        ? await file.finish(notesMarkdown({ courseTitle, lectures, words: input.words, pictures: taken.value }))
        : null;
    if (!taken.ok || written === null || !written.ok) {
      await file.abandon();
      return !taken.ok ? taken : (written ?? fail('cancelled'));
    }
    const noteCount = countOf(lectures);
    const pictureCount = taken.value.size;
    return ok({ noteCount, pictureCount, missedPictureCount: input.pictures ? noteCount - pictureCount : 0 });
  }

  return {
    async run(input) {
      if (running !== null) return fail('not-allowed');
      const mine = new AbortController();
      running = mine;
      try {
        const collected = await collect(input.scope);
        return collected.ok ? await write(collected.value, input, mine.signal) : collected;
      } finally {
        running = null;
      }
    },
    stop: () => running?.abort(),
  };
}

function countOf(lectures: readonly LectureNotes[]): number {
  return lectures.reduce((sum, { notes }) => sum + notes.length, 0);
}

/** Sorts as the notes do, and says where: "02-007-1-05-09.png". */
function pictureName(lectureNumber: number, noteNumber: number, { positionMs }: Note): string {
  const place = placeWords(positionMs).replaceAll(':', '-');
  return `${String(lectureNumber).padStart(2, '0')}-${String(noteNumber).padStart(3, '0')}-${place}.png`;
}
