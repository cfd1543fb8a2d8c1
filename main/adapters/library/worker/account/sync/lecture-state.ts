import type { LectureId } from '../../../../../../contract/domain/ids.ts';
import { type Stamp, stampAfter } from '../../../../../../contract/domain/stamp.ts';
import {
  isLectureCompleted,
  lastStampOf,
  type SyncedLecture,
  syncedSpansMost,
} from '../../../../../../contract/domain/synced.ts';
import type { LibraryStatements, LibraryTables } from '../tables.ts';
import { watchedOf, writeWatched } from '../watched.ts';
import { enqueue } from './outbox.ts';
import { readSync, type SyncState, tick } from './sync-state.ts';

type Stamps = Pick<LibraryTables['sync_lectures'], 'reset' | 'completion' | 'position'>;

/** Which of these happened to a lecture just now. */
export interface LectureChange {
  readonly position?: boolean;
  readonly completion?: boolean;
  readonly reset?: boolean;
}

/** Stamps what happened to a lecture, after it was written; told to the others while the exchange is on. */
export function noteLecture(store: LibraryStatements, id: LectureId, nowMs: number, change: LectureChange): void {
  const sync = readSync(store);
  if (sync === undefined) return;
  const before = stampsOf(store, sync, id);
  const stamp = tick(store, sync, nowMs, lastStampOf(readLecture(store, sync, id, before)));
  keepStamps(store, id, {
    reset: change.reset === true ? stamp : before.reset,
    // A reset takes what was completed before it away.
    completion: change.completion === true ? stamp : change.reset === true ? null : before.completion,
    position: change.position === true ? stamp : before.position,
  });
  if (sync.is_on === 1) enqueue(store, 'lecture', id);
}

/** More of a lecture was watched: told to the others while the exchange is on. */
export function noteWatched(store: LibraryStatements, id: LectureId): void {
  if (readSync(store)?.is_on === 1) enqueue(store, 'lecture', id);
}

/** Keeps the stamps of a lecture that was watched before there were any: those of the times that are known of it. */
export function stampFormerLecture(store: LibraryStatements, sync: SyncState, id: LectureId): void {
  keepStamps(store, id, stampsOf(store, sync, id));
}

/** All that is known here of a lecture. */
export function readLecture(
  store: LibraryStatements,
  sync: SyncState,
  id: LectureId,
  stamps = stampsOf(store, sync, id),
): SyncedLecture {
  const row = progressOf(store, id);
  const atMs = row?.completed_at_ms ?? row?.watched_at_ms ?? 0;
  return {
    lectureId: id,
    reset: stamps.reset,
    completion: row?.completed === 1 && stamps.completion !== null ? { stamp: stamps.completion, atMs } : null,
    position:
      row === undefined || stamps.position === null
        ? null
        : { stamp: stamps.position, positionMs: row.position_ms, watchedAtMs: row.watched_at_ms },
    spans: [...watchedOf(store, id)],
  };
}

/** The same as it is told to others: of very many parts the longest. */
export function tellLecture(store: LibraryStatements, sync: SyncState, id: LectureId): SyncedLecture {
  const lecture = readLecture(store, sync, id);
  if (lecture.spans.length <= syncedSpansMost) return lecture;
  const longest = lecture.spans.toSorted((one, other) => other.endMs - other.startMs - (one.endMs - one.startMs));
  const spans = longest.slice(0, syncedSpansMost).toSorted((one, other) => one.startMs - other.startMs);
  return { ...lecture, spans };
}

/** Writes what is known of a lecture now. */
export function writeLecture(store: LibraryStatements, lecture: SyncedLecture): void {
  const { lectureId, reset, completion, position, spans } = lecture;
  const isCompleted = isLectureCompleted(lecture);
  if (position !== null || isCompleted) {
    const row = {
      position_ms: position?.positionMs ?? 0,
      watched_at_ms: position?.watchedAtMs ?? completion?.atMs ?? 0,
      completed: isCompleted ? 1 : 0,
      completed_at_ms: isCompleted ? (completion?.atMs ?? null) : null,
    } as const;
    store.run(
      store.build
        .insertInto('progress')
        .values({ lecture_id: lectureId, ...row })
        .onConflict((conflict) => conflict.column('lecture_id').doUpdateSet(row)),
    );
  }
  if (JSON.stringify(watchedOf(store, lectureId)) !== JSON.stringify(spans)) writeWatched(store, lectureId, spans);
  keepStamps(store, lectureId, {
    reset,
    completion: completion?.stamp ?? null,
    position: position?.stamp ?? null,
  });
}

function progressOf(store: LibraryStatements, id: LectureId) {
  return store.first(store.build.selectFrom('progress').selectAll().where('lecture_id', '=', id));
}

/** The stamps that are kept, or, of what was watched before there were any, the ones that its times make. */
function stampsOf(store: LibraryStatements, sync: SyncState, id: LectureId): Stamps {
  const { build, first } = store;
  const kept = first(
    build.selectFrom('sync_lectures').select(['reset', 'completion', 'position']).where('lecture_id', '=', id),
  );
  if (kept !== undefined) return kept;
  const row = progressOf(store, id);
  const made = (nowMs: number): Stamp => stampAfter({ nowMs, deviceId: sync.device_id, clock: null, seen: null });
  return {
    reset: null,
    completion: row?.completed === 1 ? made(row.completed_at_ms ?? row.watched_at_ms) : null,
    position: row === undefined ? null : made(row.watched_at_ms),
  };
}

function keepStamps(store: LibraryStatements, id: LectureId, stamps: Stamps): void {
  store.run(
    store.build
      .insertInto('sync_lectures')
      .values({ lecture_id: id, ...stamps })
      .onConflict((conflict) => conflict.column('lecture_id').doUpdateSet({ ...stamps })),
  );
}
