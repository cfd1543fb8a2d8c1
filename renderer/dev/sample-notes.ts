import type { LectureId, NoteId } from '../../contract/domain/ids.ts';
import type { Note } from '../../contract/domain/note.ts';
import type { Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { courses } from './sample-data.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Notes that are kept for as long as the page is open; `&notes` begins with some in the first lecture of each course. */
export function notesAnswers(asked: URLSearchParams, tell: () => void): Answers {
  const russian = asked.get('lang') === 'ru';
  const texts = russian
    ? ['Ключевой кадр хранится целиком, остальные — только разница.', '', 'Спросить: почему не каждый кадр?']
    : ['A key frame is stored whole, the others only as differences.', '', 'Ask: why not every frame?'];
  const kept = new Map<string, Note>();
  const removed = new Map<string, Note>();
  for (const [course, { sections }] of asked.has('notes') ? courses.entries() : []) {
    const lectureId = sections[0]?.lectures[0]?.id;
    for (const [index, text] of lectureId === undefined ? [] : texts.entries()) {
      const id = `00000000-0000-4000-8000-${String(course * 10 + index).padStart(12, '0')}` as NoteId;
      kept.set(id, { id, lectureId: lectureId as LectureId, positionMs: (index + 1) * 14_000, text, changedAtMs: 1 });
    }
  }
  const ofLecture = (id: LectureId): readonly Note[] =>
    [...kept.values()].filter(({ lectureId }) => lectureId === id).toSorted((a, b) => a.positionMs - b.positionMs);
  const move = (id: string, from: Map<string, Note>, to: Map<string, Note>): Result<null> => {
    const note = from.get(id);
    from.delete(id);
    if (note) to.set(id, note);
    tell();
    return ok(null);
  };
  return {
    'notes.ofLecture': ({ lectureId }) => ok(ofLecture(lectureId)),
    'notes.ofCourse': ({ courseId }) =>
      ok(
        (courses.find(({ id }) => id === courseId)?.sections ?? [])
          .flatMap(({ lectures }) => lectures.map(({ id, title }) => ({ lectureId: id, title, notes: ofLecture(id) })))
          .filter(({ notes }) => notes.length > 0),
      ),
    'notes.save'(note) {
      const row = { ...note, changedAtMs: Date.now() };
      kept.set(note.id, row);
      tell();
      return ok(row);
    },
    'notes.remove': ({ id }) => move(id, kept, removed),
    'notes.restore': ({ id }) => move(id, removed, kept),
    'notes.export': async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 1500);
      });
      return ok({ noteCount: kept.size, pictureCount: 0, missedPictureCount: 0 });
    },
    'notes.stopExport': () => ok(null),
    'links.take': () => ok(null),
  };
}
