import { expect, it, vi } from 'vitest';
import { CourseId, LectureId, NoteId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { LectureFrames, NewNote, NoteRow, NotesFile, NotesStore } from '../../ports.ts';
import { createExportNotes } from './export-notes.ts';
import type { ExportDeps } from './export-notes.ts';
import { createNotes } from './notes.ts';

const lectureId = LectureId.parse('l1');
const noteId = (digit: number) => NoteId.parse(`00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`);

/** A store in memory. */
function fakeStore(): NotesStore {
  const rows = new Map<NoteId, NoteRow>();
  return {
    ofLecture: (id) => Promise.resolve(ok([...rows.values()].filter((row) => row.lectureId === id))),
    ofCourse: () => Promise.resolve(ok([{ lectureId, title: 'One', notes: [...rows.values()] }])),
    put({ nowMs, createdAtMs, ...note }: NewNote) {
      const row = { ...note, createdAtMs: createdAtMs ?? rows.get(note.id)?.createdAtMs ?? nowMs, changedAtMs: nowMs };
      if (note.lectureId !== lectureId) return Promise.resolve(ok(null));
      rows.set(note.id, row);
      return Promise.resolve(ok(row));
    },
    remove(id) {
      const row = rows.get(id) ?? null;
      rows.delete(id);
      return Promise.resolve(ok(row));
    },
  };
}

function feature() {
  let changes = 0;
  let nowMs = 1000;
  const store = fakeStore();
  const notes = createNotes({
    library: { notes: store },
    clock: { nowMs: () => nowMs },
    onChange: () => (changes += 1),
  });
  return {
    notes,
    store,
    changes: () => changes,
    setNow: (ms: number) => {
      nowMs = ms;
    },
  };
}

it('C5: saving tells the window; a lecture that is not known is not found', async () => {
  const { notes, changes } = feature();
  const note = { id: noteId(1), lectureId, positionMs: 5, text: 'words' };
  expect(await notes.save(note)).toEqual(ok({ ...note, changedAtMs: 1000 }));
  expect(changes()).toBe(1);
  expect(await notes.save({ ...note, lectureId: LectureId.parse('l9') })).toEqual(fail('not-found'));
  expect(changes()).toBe(1);
});

it('C5: a removed note comes back as it was, until the account is closed', async () => {
  const { notes, store, setNow } = feature();
  await notes.save({ id: noteId(1), lectureId, positionMs: 5, text: 'words' });
  setNow(9000);
  const before = await store.ofLecture(lectureId);
  expect(await notes.remove(noteId(1))).toEqual(done);
  expect(await notes.ofLecture(lectureId)).toEqual(ok([]));
  expect(await notes.restore(noteId(1))).toEqual(done);
  expect(await store.ofLecture(lectureId)).toEqual(before);
  expect(await notes.restore(noteId(1))).toEqual(fail('not-found'));
  await notes.remove(noteId(1));
  notes.close();
  expect(await notes.restore(noteId(1))).toEqual(fail('not-found'));
});

interface Written {
  text: string | null;
  readonly pictures: string[];
  abandoned: boolean;
}

async function exporting(change: Partial<ExportDeps> = {}, pictureFails = false) {
  const written: Written = { text: null, pictures: [], abandoned: false };
  const progress: number[] = [];
  let closedCount = 0;
  const store = fakeStore();
  for (const digit of [1, 2, 3])
    await store.put({ id: noteId(digit), lectureId, positionMs: digit * 1000, text: `note ${digit}`, nowMs: 1 });
  const file: NotesFile = {
    putPicture(name) {
      if (pictureFails) return Promise.resolve(fail('disk-full'));
      written.pictures.push(name);
      return Promise.resolve(ok(`folder/${name}`));
    },
    finish(text) {
      written.text = text;
      return Promise.resolve(done);
    },
    abandon() {
      written.abandoned = true;
      return Promise.resolve();
    },
  };
  const frames: LectureFrames = {
    at: (positionMs) => Promise.resolve(positionMs === 2000 ? null : new Uint8Array([1])),
    close: () => void (closedCount += 1),
  };
  const names: string[] = [];
  const exporter = createExportNotes({
    library: {
      notes: store,
      catalogue: {
        lecture: () => Promise.resolve(ok({ lecture: { title: 'A/B: one' }, course: { title: 'The course' } })),
        course: () => Promise.resolve(ok({ head: { title: 'The course' } })),
      } as unknown as ExportDeps['library']['catalogue'],
    },
    files: {
      choose({ fileName }) {
        names.push(fileName);
        return Promise.resolve(file);
      },
    },
    camera: { open: () => Promise.resolve(frames) },
    mediaUrlOf: () => Promise.resolve('lecture://media/a'),
    onProgress: ({ doneCount }) => progress.push(doneCount),
    ...change,
  });
  return { exporter, written, progress, names, closedCount: () => closedCount };
}

const words = { notes: 'Notes', bookmark: 'Bookmark' };
const scope = { kind: 'lecture', lectureId } as const;

it('C5: an export writes pictures first, then the text, and says which pictures are missing', async () => {
  const { exporter, written, progress, names, closedCount } = await exporting();
  expect(await exporter.run({ scope, pictures: true, words })).toEqual(
    ok({ noteCount: 3, pictureCount: 2, missedPictureCount: 1 }),
  );
  expect(names).toEqual(['A B one - Notes.md']);
  expect(written.pictures).toEqual(['01-001-0-01.png', '01-003-0-03.png']);
  expect(written.text).toContain('# The course\n\n## A/B: one\n\n[0:01](lectoroom://lecture/l1?t=1) note 1');
  expect(written.text).toContain('![0:03](<folder/01-003-0-03.png>)');
  expect(progress).toEqual([1, 2, 3]);
  expect(closedCount()).toBe(1);
});

it('C5: a course exports without pictures, and a lecture that cannot be played goes without', async () => {
  const course = await exporting();
  const courseScope = { kind: 'course', courseId: CourseId.parse('c1') } as const;
  expect(await course.exporter.run({ scope: courseScope, pictures: false, words })).toMatchObject({
    value: { noteCount: 3, pictureCount: 0, missedPictureCount: 0 },
  });
  expect(course.written.text).toContain('## One');
  const away = await exporting({ mediaUrlOf: () => Promise.resolve(null) });
  expect(await away.exporter.run({ scope, pictures: true, words })).toMatchObject({
    value: { pictureCount: 0, missedPictureCount: 3 },
  });
});

it('C5: thought better of, nothing is written; stopped or without room, what was written goes again', async () => {
  const away = await exporting({ files: { choose: () => Promise.resolve(null) } });
  expect(await away.exporter.run({ scope, pictures: true, words })).toEqual(ok(null));
  const full = await exporting({}, true);
  expect(await full.exporter.run({ scope, pictures: true, words })).toEqual(fail('disk-full'));
  expect(full.written).toMatchObject({ text: null, abandoned: true });
  const stopped = await exporting({ onProgress: () => void stopped.exporter.stop() });
  expect(await stopped.exporter.run({ scope, pictures: true, words })).toEqual(fail('cancelled'));
  expect(stopped.written).toMatchObject({ text: null, abandoned: true });
  expect(stopped.closedCount()).toBe(1);
});

it('C5: stopped while a lecture stalls, it ends at once, and what was written is gone when that is said', async () => {
  const never = new Promise<never>(() => undefined);
  const stalling = await exporting({
    camera: {
      open: () =>
        Promise.resolve({
          at: (positionMs) => (positionMs === 1000 ? Promise.resolve(new Uint8Array([1])) : never),
          close: () => undefined,
        }),
    },
  });
  const running = stalling.exporter.run({ scope, pictures: true, words });
  await vi.waitFor(() => expect(stalling.written.pictures).toHaveLength(1));
  await stalling.exporter.stop();
  expect(stalling.written).toMatchObject({ text: null, abandoned: true });
  expect(await running).toEqual(fail('cancelled'));

  let closedCount = 0;
  let open: (frames: LectureFrames) => void = () => undefined;
  const late = await exporting({
    camera: {
      open: () =>
        new Promise((resolve) => {
          open = resolve;
        }),
    },
  });
  const opening = late.exporter.run({ scope, pictures: true, words });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await late.exporter.stop();
  expect(await opening).toEqual(fail('cancelled'));
  open({ at: () => never, close: () => void (closedCount += 1) });
  await vi.waitFor(() => expect(closedCount).toBe(1));
});

it('A6 C5: an account that closes before the dialog shows asks nobody where to put its notes', async () => {
  const { exporter, names } = await exporting();
  const running = exporter.run({ scope, pictures: false, words });
  await exporter.stop();
  expect(await running).toEqual(fail('cancelled'));
  expect(names).toEqual([]);
});

it('C5: a defect on the way leaves nothing either', async () => {
  const broken = await exporting({
    onProgress: () => {
      throw new Error('broken');
    },
  });
  await expect(broken.exporter.run({ scope, pictures: true, words })).rejects.toThrow('broken');
  expect(broken.written).toMatchObject({ text: null, abandoned: true });
});

it('C5: one export at a time', async () => {
  const { exporter } = await exporting();
  const first = exporter.run({ scope, pictures: false, words });
  expect(await exporter.run({ scope, pictures: false, words })).toEqual(fail('not-allowed'));
  expect((await first).ok).toBe(true);
  expect((await exporter.run({ scope, pictures: false, words })).ok).toBe(true);
});
