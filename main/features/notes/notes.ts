import type { CourseId, LectureId, NoteId } from '../../../contract/domain/ids.ts';
import type { LectureNotes, Note } from '../../../contract/domain/note.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock, Library, NoteRow } from '../../ports.ts';

/** What the notes feature needs. */
export interface NotesDeps {
  readonly library: Pick<Library, 'notes'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly onChange: () => void;
}

/** Notes and bookmarks of the open account. */
export interface Notes {
  ofLecture(id: LectureId): Promise<Result<readonly Note[]>>;
  ofCourse(id: CourseId): Promise<Result<readonly LectureNotes[]>>;
  save(note: { id: NoteId; lectureId: LectureId; positionMs: number; text: string }): Promise<Result<Note>>;
  remove(id: NoteId): Promise<Result<null>>;
  restore(id: NoteId): Promise<Result<null>>;
  /** Forgets what was removed: the account is being closed. */
  close(): void;
}

/** So many removed notes can be brought back. */
const restorableCount = 50;

/** Makes the notes feature. What was removed is gone from the disk at once, and held in memory for as long as it can be undone. */
export function createNotes({ library, clock, onChange }: NotesDeps): Notes {
  const removed = new Map<NoteId, NoteRow>();

  function changed<T>(result: Result<T>): Result<T> {
    if (result.ok) onChange();
    return result;
  }

  return {
    ofLecture: (id) => library.notes.ofLecture(id),
    ofCourse: (id) => library.notes.ofCourse(id),
    async save(note) {
      const kept = await library.notes.put({ ...note, nowMs: clock.nowMs() });
      if (!kept.ok) return kept;
      return kept.value === null ? fail('not-found') : changed(ok(viewOf(kept.value)));
    },
    async remove(id) {
      const gone = await library.notes.remove(id);
      if (!gone.ok) return gone;
      if (gone.value !== null) removed.set(id, gone.value);
      for (const oldest of [...removed.keys()].slice(0, -restorableCount)) removed.delete(oldest);
      return changed(done);
    },
    async restore(id) {
      const row = removed.get(id);
      if (row === undefined) return fail('not-found');
      const { lectureId, positionMs, text, createdAtMs, changedAtMs } = row;
      const kept = await library.notes.put({ id, lectureId, positionMs, text, createdAtMs, nowMs: changedAtMs });
      if (!kept.ok) return kept;
      if (kept.value === null) return fail('not-found');
      removed.delete(id);
      return changed(done);
    },
    close: () => removed.clear(),
  };
}

function viewOf({ id, lectureId, positionMs, text, changedAtMs }: NoteRow): Note {
  return { id, lectureId, positionMs, text, changedAtMs };
}
