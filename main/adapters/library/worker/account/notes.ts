import type { CourseId, LectureId, NoteId } from '../../../../../contract/domain/ids.ts';
import type { LectureNotes, Note } from '../../../../../contract/domain/note.ts';
import type { NewNote, NoteRow } from '../../../../ports.ts';
import type { LibraryStatements, LibraryTables } from './tables.ts';

type Row = LibraryTables['notes'];

/** The notes of a lecture, by time. */
export function notesOfLecture(store: LibraryStatements, id: LectureId): readonly Note[] {
  const query = store.build
    .selectFrom('notes')
    .selectAll()
    .where('lecture_id', '=', id)
    .orderBy('position_ms')
    .orderBy('created_at_ms')
    .orderBy('id');
  return store.all(query).map(noteOf);
}

/** The notes of a course, lecture by lecture in its order; lectures that the catalogue forgot come last. */
export function notesOfCourse(store: LibraryStatements, id: CourseId): readonly LectureNotes[] {
  const query = store.build
    .selectFrom('notes')
    .leftJoin('lectures', 'lectures.id', 'notes.lecture_id')
    .selectAll('notes')
    .select(['lectures.title', 'lectures.section_position', 'lectures.position'])
    .where('notes.course_id', '=', id)
    .orderBy('notes.position_ms')
    .orderBy('notes.created_at_ms')
    .orderBy('notes.id');
  const rows = store
    .all(query)
    .toSorted(
      (one, other) =>
        (one.section_position ?? Infinity) - (other.section_position ?? Infinity) ||
        (one.position ?? 0) - (other.position ?? 0),
    );
  const lectures = new Map<LectureId, { readonly title: string; readonly notes: Note[] }>();
  for (const row of rows) {
    const lecture = lectures.get(row.lecture_id) ?? { title: row.title ?? '', notes: [] };
    lecture.notes.push(noteOf(row));
    lectures.set(row.lecture_id, lecture);
  }
  return [...lectures].map(([lectureId, lecture]) => ({ lectureId, ...lecture }));
}

/** Keeps a note; one that is there changes its place and words and stays with its lecture. */
export function putNote(store: LibraryStatements, note: NewNote): NoteRow | null {
  const { id, lectureId, positionMs, text, nowMs } = note;
  const courseId = courseOf(store, lectureId);
  if (courseId === null) return null;
  const change = { position_ms: positionMs, text, changed_at_ms: nowMs };
  store.run(
    store.build
      .insertInto('notes')
      .values({
        id,
        lecture_id: lectureId,
        course_id: courseId,
        created_at_ms: note.createdAtMs ?? nowMs,
        ...change,
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(change)),
  );
  return rowOf(store, id);
}

/** Deletes a note; what it was. */
export function removeNote(store: LibraryStatements, id: NoteId): NoteRow | null {
  const row = rowOf(store, id);
  store.run(store.build.deleteFrom('notes').where('id', '=', id));
  return row;
}

/** The course of a lecture: by the catalogue, or by another note when that forgot it. */
function courseOf(store: LibraryStatements, id: LectureId): CourseId | null {
  const known = store.first(store.build.selectFrom('lectures').select('course_id').where('id', '=', id));
  if (known !== undefined) return known.course_id;
  return (
    store.first(store.build.selectFrom('notes').select('course_id').where('lecture_id', '=', id))?.course_id ?? null
  );
}

function rowOf(store: LibraryStatements, id: NoteId): NoteRow | null {
  const row = store.first(store.build.selectFrom('notes').selectAll().where('id', '=', id));
  return row === undefined ? null : { ...noteOf(row), createdAtMs: row.created_at_ms };
}

function noteOf(row: Row): Note {
  return {
    id: row.id,
    lectureId: row.lecture_id,
    positionMs: row.position_ms,
    text: row.text,
    changedAtMs: row.changed_at_ms,
  };
}
