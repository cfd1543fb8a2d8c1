import { describe, expect, it } from 'vitest';
import { NoteId } from '../../../contract/domain/ids.ts';
import { findPlaintext, textNeedles } from '../../../tests/support/find-plaintext.ts';
import {
  applyCatalogue,
  accountId,
  courseId,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const noteId = (digit: number) => NoteId.parse(`00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`);
const course = sampleCourse(
  'c',
  ['l1', 'l2'].map((id) => sampleLecture(id)),
);

async function opened() {
  const opening = await openLibrary();
  await valueOf(applyCatalogue(opening.library, wholeCatalogue(course), null));
  return opening;
}

const note = (digit: number, lecture: string, positionMs: number, text = `note ${digit}`) => ({
  id: noteId(digit),
  lectureId: lectureId(lecture),
  positionMs,
  text,
  nowMs: 1000 + digit,
});

describe('notes in the library', () => {
  it('C5: are kept by time across closing, and never in clear', async () => {
    const { library, libraryKey, userDataFolder } = await opened();
    const words = 'Мысль, которую никто не должен прочесть';
    await valueOf(library.notes.put(note(1, 'l1', 30_000, words)));
    await valueOf(library.notes.put(note(2, 'l1', 10_000, '')));
    await valueOf(library.notes.put(note(3, 'l2', 20_000)));
    await valueOf(library.close());
    const { findings, filesRead } = await findPlaintext([userDataFolder], textNeedles('note', words));
    expect(filesRead).toBeGreaterThan(0);
    expect(findings).toEqual([]);
    await valueOf(library.open(accountId('a'), libraryKey));
    expect(await valueOf(library.notes.ofLecture(lectureId('l1')))).toEqual([
      { id: noteId(2), lectureId: 'l1', positionMs: 10_000, text: '', changedAtMs: 1002 },
      { id: noteId(1), lectureId: 'l1', positionMs: 30_000, text: words, changedAtMs: 1001 },
    ]);
  });

  it('C5: saved again, a note changes and stays one; removed, it is given back once', async () => {
    const { library } = await opened();
    await valueOf(library.notes.put(note(1, 'l1', 30_000)));
    const changed = await valueOf(library.notes.put({ ...note(1, 'l1', 31_000, 'other'), nowMs: 5000 }));
    expect(changed).toEqual({
      id: noteId(1),
      lectureId: 'l1',
      positionMs: 31_000,
      text: 'other',
      createdAtMs: 1001,
      changedAtMs: 5000,
    });
    expect(await valueOf(library.notes.ofLecture(lectureId('l1')))).toHaveLength(1);
    expect(await valueOf(library.notes.remove(noteId(1)))).toEqual(changed);
    expect(await valueOf(library.notes.remove(noteId(1)))).toBeNull();
    expect(await valueOf(library.notes.ofLecture(lectureId('l1')))).toEqual([]);
  });

  it('C5: a course shows its notes in the order of its lectures; a lecture nobody knows has none', async () => {
    const { library } = await opened();
    await valueOf(library.notes.put(note(1, 'l2', 5000)));
    await valueOf(library.notes.put(note(2, 'l1', 9000)));
    await valueOf(library.notes.put(note(3, 'l2', 1000)));
    expect(await valueOf(library.notes.put(note(4, 'nowhere', 1)))).toBeNull();
    const lectures = await valueOf(library.notes.ofCourse(courseId('c')));
    expect(lectures.map(({ title, notes }) => [title, notes.map(({ positionMs }) => positionMs)])).toEqual([
      ['Lecture l1', [9000]],
      ['Lecture l2', [1000, 5000]],
    ]);
  });

  it('C5 B1: notes outlast the catalogue: a course that is gone keeps them', async () => {
    const { library } = await opened();
    await valueOf(library.notes.put(note(1, 'l1', 5000)));
    await valueOf(
      applyCatalogue(library, { cursor: 'c2', complete: false, courses: [], removedCourseIds: [courseId('c')] }, null),
    );
    expect(await valueOf(library.notes.ofLecture(lectureId('l1')))).toHaveLength(1);
    expect(await valueOf(library.notes.ofCourse(courseId('c')))).toHaveLength(1);
    expect(await valueOf(library.notes.put(note(2, 'l1', 6000)))).not.toBeNull();
  });
});
