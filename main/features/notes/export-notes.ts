import type { LectureId, NoteId } from '../../../contract/domain/ids.ts';
import type { LectureNotes, NotesExport, NotesScope, NotesWords } from '../../../contract/domain/note.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { FrameCamera, Library, NotesFile, NotesFiles } from '../../ports.ts';
import { safeFileName } from './file-name.ts';
import { notesMarkdown } from './markdown.ts';
import { takePictures } from './take-pictures.ts';

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
  /** Calls it off; resolves when what was written is gone again, and at once while the person still chooses where to. */
  stop(): Promise<void>;
}

interface Collected {
  readonly courseTitle: string;
  readonly fileTitle: string;
  readonly lectures: readonly LectureNotes[];
}

/** Makes the export; one at a time, another asked for meanwhile is `not-allowed`. */
export function createExportNotes(deps: ExportDeps): ExportNotes {
  const { library } = deps;
  let running: { readonly call: AbortController; writing: Promise<unknown> } | null = null;

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

  function illustrate(
    lectures: readonly LectureNotes[],
    file: NotesFile,
    signal: AbortSignal,
  ): ReturnType<typeof takePictures> {
    const totalCount = countOf(lectures);
    let doneCount = 0;
    const onStep = (): void => deps.onProgress({ doneCount: (doneCount += 1), totalCount });
    return takePictures(lectures, { ...deps, put: file.putPicture, onStep }, signal);
  }

  async function write(
    file: NotesFile,
    { courseTitle, lectures }: Collected,
    { words, pictures }: { readonly pictures: boolean; readonly words: NotesWords },
    signal: AbortSignal,
  ): Promise<Result<NotesExport>> {
    let isWhole = false;
    try {
      const taken = pictures ? await illustrate(lectures, file, signal) : ok<ReadonlyMap<NoteId, string>>(new Map());
      if (!taken.ok) return taken;
      if (signal.aborted) return fail('cancelled');
      const written = await file.finish(notesMarkdown({ courseTitle, lectures, words, pictures: taken.value }));
      if (!written.ok) return written;
      isWhole = true;
      const noteCount = countOf(lectures);
      const pictureCount = taken.value.size;
      return ok({ noteCount, pictureCount, missedPictureCount: pictures ? noteCount - pictureCount : 0 });
    } finally {
      if (!isWhole) await file.abandon();
    }
  }

  return {
    async run(input) {
      if (running !== null) return fail('not-allowed');
      const mine = { call: new AbortController(), writing: Promise.resolve<unknown>(null) };
      running = mine;
      const { signal } = mine.call;
      try {
        const collected = await collect(input.scope);
        if (!collected.ok) return collected;
        // Whoever comes in next is not asked where to put it.
        if (signal.aborted) return fail('cancelled');
        const name = safeFileName(`${collected.value.fileTitle} - ${input.words.notes}`, 'LECTOROOM');
        const file = await deps.files.choose({ fileName: `${name}.md`, picturesName: name });
        if (file === null) return ok(null);
        const writing = write(file, collected.value, input, signal);
        mine.writing = writing.catch(() => undefined);
        return await writing;
      } finally {
        running = null;
      }
    },
    async stop() {
      running?.call.abort();
      await running?.writing;
    },
  };
}

function countOf(lectures: readonly LectureNotes[]): number {
  return lectures.reduce((sum, { notes }) => sum + notes.length, 0);
}
