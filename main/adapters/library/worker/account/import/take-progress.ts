import type { LectureId } from '../../../../../../contract/domain/ids.ts';
import type { ImportedRow } from '../../../../../../contract/domain/import.ts';
import { mergeSpans } from '../../../../../../contract/domain/span.ts';
import { type Stamp, stampAfter } from '../../../../../../contract/domain/stamp.ts';
import { joinLectures, type SyncedLecture, untouchedLecture } from '../../../../../../contract/domain/synced.ts';
import { StoreFault } from '../../store-fault.ts';
import { readLecture, writeLecture } from '../sync/lecture-state.ts';
import { enqueue } from '../sync/outbox.ts';
import { readSync, type SyncState } from '../sync/sync-state.ts';
import type { TakingContext, Verdict } from './verdict.ts';

/** Where a person was: joined with what is here as computers join what they tell each other, so that nothing goes back. */
export function takeProgress(context: TakingContext, told: ImportedRow<'progress'>): Verdict {
  const sync = syncOf(context);
  const stamp = (timeMs: number): Stamp =>
    stampAfter({ nowMs: timeMs, deviceId: sync.device_id, clock: null, seen: null });
  const completedAtMs = told.completed_at ?? told.watched_at;
  const position = {
    stamp: stamp(told.watched_at),
    positionMs: told.position_ms,
    watchedAtMs: told.watched_at,
  };
  const lecture: SyncedLecture = {
    ...untouchedLecture(told.lecture_id),
    completion: told.completed === 1 ? { stamp: stamp(completedAtMs), atMs: completedAtMs } : null,
    position,
  };
  const { before, isChanged } = join(context, sync, lecture);
  if (isChanged) return before.position === null ? 'added' : 'changed';
  return before.position?.watchedAtMs === told.watched_at ? 'same' : 'older';
}

/** The parts that were watched, lecture by lecture. */
export function takeWatched(context: TakingContext, rows: readonly ImportedRow<'watched'>[]): readonly Verdict[] {
  const sync = syncOf(context);
  const lectures = Map.groupBy(rows, ({ lecture_id: id }) => id);
  return [...lectures].flatMap(([id, parts]) => {
    const verdict = takeParts(context, sync, id, parts);
    return parts.map(() => verdict);
  });
}

function takeParts(
  context: TakingContext,
  sync: SyncState,
  id: LectureId,
  parts: readonly ImportedRow<'watched'>[],
): Verdict {
  const spans = mergeSpans(parts.map(({ start_ms: startMs, end_ms: endMs }) => ({ startMs, endMs })));
  const { before, isChanged } = join(context, sync, { ...untouchedLecture(id), spans: [...spans] });
  if (isChanged) return before.spans.length === 0 ? 'added' : 'changed';
  return before.reset === null ? 'same' : 'older';
}

function join({ store, write }: TakingContext, sync: SyncState, told: SyncedLecture) {
  const before = readLecture(store, sync, told.lectureId);
  const joined = joinLectures(before, told);
  const isChanged = JSON.stringify(knownOf(joined)) !== JSON.stringify(knownOf(before));
  if (isChanged && write) {
    writeLecture(store, joined);
    if (sync.is_on === 1) enqueue(store, 'lecture', told.lectureId);
  }
  return { before, isChanged };
}

/** Without the stamps: a stamp alone changes nothing that a person sees. */
function knownOf({ completion, position, spans }: SyncedLecture) {
  return [completion?.atMs ?? null, position?.positionMs ?? null, position?.watchedAtMs ?? null, spans];
}

function syncOf({ store }: TakingContext): SyncState {
  const sync = readSync(store);
  // Every account that is open has said on which computer it is.
  if (sync === undefined) throw new StoreFault('signed-out');
  return sync;
}
