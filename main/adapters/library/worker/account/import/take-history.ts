import type { ImportedRow } from '../../../../../../contract/domain/import.ts';
import { stampAfter } from '../../../../../../contract/domain/stamp.ts';
import { countToday } from '../history-age.ts';
import { rowOfSitting } from '../sync/sitting-rows.ts';
import { noteSitting } from '../sync/sittings.ts';
import { readSync } from '../sync/sync-state.ts';
import type { TakingContext, Verdict } from './verdict.ts';

/** A sitting that is not here comes; one that is here only grows; one that was deleted here stays deleted. */
export function takeSitting(context: TakingContext, told: ImportedRow<'history'>): Verdict {
  const { store } = context;
  if (isDeletedHere(context, told)) return 'older';
  const before = store.first(store.build.selectFrom('history').selectAll().where('id', '=', told.id));
  const size = [told.watched_ms, told.ended_at, told.to_ms] as const;
  if (before !== undefined) {
    const known = [before.watched_ms, before.ended_at_ms, before.to_ms] as const;
    const place = size.findIndex((value, index) => value !== known[index]);
    if (place < 0) return 'same';
    if ((size[place] ?? 0) < (known[place] ?? 0)) return 'older';
  }
  if (context.write) write(context, told, before !== undefined);
  return before === undefined ? 'added' : 'changed';
}

function write({ store, today, nowMs }: TakingContext, told: ImportedRow<'history'>, isHere: boolean): void {
  const sitting = {
    id: told.id,
    // Says only when others were told of it: that is stamped when it is written.
    born: stampAfter({ nowMs: told.started_at, deviceId: told.device_id, clock: null, seen: null }),
    lectureId: told.lecture_id,
    courseId: told.course_id,
    lectureTitle: told.lecture_title,
    courseTitle: told.course_title,
    durationMs: told.duration_ms,
    deviceId: told.device_id,
    startedAtMs: told.started_at,
    endedAtMs: told.ended_at,
    day: told.day,
    offsetMinutes: told.offset_minutes,
    watchedMs: told.watched_ms,
    fromMs: told.from_ms,
    toMs: told.to_ms,
  };
  const row = rowOfSitting(sitting, countToday(store, today));
  const { ended_at_ms, watched_ms, to_ms } = row;
  store.run(
    isHere
      ? store.build.updateTable('history').set({ ended_at_ms, watched_ms, to_ms }).where('id', '=', told.id)
      : store.build.insertInto('history').values(row),
  );
  noteSitting(store, told.id, nowMs);
}

function isDeletedHere({ store }: TakingContext, told: ImportedRow<'history'>): boolean {
  const { build, first } = store;
  const known = first(build.selectFrom('sync_sittings').select('removed').where('entry_id', '=', told.id));
  if (known?.removed === 'deleted') return true;
  const sync = readSync(store);
  if (sync?.cleared === null || sync?.cleared === undefined) return false;
  return stampAfter({ nowMs: told.started_at, deviceId: told.device_id, clock: null, seen: null }) <= sync.cleared;
}
