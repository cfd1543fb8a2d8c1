import { sql } from 'kysely';
import type { HistoryEntryId } from '../../../../../../contract/domain/history.ts';
import type { LocalDay } from '../../../../../../contract/domain/local-day.ts';
import { advanceClock, type Stamp } from '../../../../../../contract/domain/stamp.ts';
import {
  type HistoryEvent,
  joinLectures,
  joinSittings,
  lastStampOf,
  type RemovalReason,
  type SyncedLecture,
  type SyncedSitting,
} from '../../../../../../contract/domain/synced.ts';
import type { AppliedPart, IncomingPart } from '../../../../../sync-ports.ts';
import { countToday } from '../history-age.ts';
import type { LibraryStatements } from '../tables.ts';
import { readLecture, writeLecture } from './lecture-state.ts';
import { runSql } from './outbox.ts';
import { rowOfSitting, sittingOfRow } from './sitting-rows.ts';
import { clearSittings, keepBirth } from './sittings.ts';
import { changeSync, readSync, type SyncState } from './sync-state.ts';

/** Takes what other computers told, in any order and however often; and where reading goes on, in the same transaction. */
export function applyPart(store: LibraryStatements, part: IncomingPart): AppliedPart {
  const changed = { history: false, progress: false };
  const sync = readSync(store);
  if (sync?.is_on !== 1 || sync.copy_gone === 1) return changed;
  if (sync.epoch !== null && sync.epoch !== part.epoch) return changed;
  const today = countToday(store, part.today);
  for (const event of part.events) {
    hear(store, event, part.nowMs);
    const isChanged = applyEvent(store, event, today);
    if (event.kind === 'lecture') changed.progress ||= isChanged;
    else changed.history ||= isChanged;
  }
  changeSync(store, { epoch: part.epoch, cursor: part.cursor });
  return changed;
}

function applyEvent(store: LibraryStatements, event: HistoryEvent, today: LocalDay): boolean {
  const sync = readSync(store);
  if (sync === undefined) return false;
  switch (event.kind) {
    case 'lecture':
      return applyLecture(store, sync, event.lecture);
    case 'sitting':
      return applySitting(store, sync, event.sitting, today);
    case 'removed':
      return applyRemoved(store, event.id, event.reason);
    case 'cleared':
      return sync.cleared !== null && sync.cleared >= event.stamp ? false : clearSittings(store, sync, event.stamp);
  }
}

/** The computer's clock goes on with what it hears of, but never far ahead of its own time. */
function hear(store: LibraryStatements, event: HistoryEvent, nowMs: number): void {
  const heard = stampOf(event);
  const clock = readSync(store)?.clock ?? null;
  if (heard !== null) changeSync(store, { clock: advanceClock(clock, heard, nowMs) });
}

function stampOf(event: HistoryEvent): Stamp | null {
  switch (event.kind) {
    case 'lecture':
      return lastStampOf(event.lecture);
    case 'sitting':
      return event.sitting.born;
    case 'cleared':
      return event.stamp;
    case 'removed':
      return null;
  }
}

function applyLecture(store: LibraryStatements, sync: SyncState, told: SyncedLecture): boolean {
  const before = readLecture(store, sync, told.lectureId);
  const joined = joinLectures(before, told);
  if (JSON.stringify(joined) === JSON.stringify(before)) return false;
  writeLecture(store, joined);
  return true;
}

function applySitting(store: LibraryStatements, sync: SyncState, told: SyncedSitting, today: LocalDay): boolean {
  if (sync.cleared !== null && told.born <= sync.cleared) return false;
  const { build, first } = store;
  const known = first(build.selectFrom('sync_sittings').selectAll().where('entry_id', '=', told.id));
  if (known !== undefined && known.removed !== null) {
    // It may still be brought back, and then as long as it became meanwhile.
    if (known.removal_id !== null) growRemoved(store, told);
    return false;
  }
  keepBirth(store, told.id, told.born);
  const row = first(build.selectFrom('history').selectAll().where('id', '=', told.id));
  if (row === undefined) {
    store.run(build.insertInto('history').values(rowOfSitting(told, today)));
    return true;
  }
  const joined = joinSittings(sittingOfRow(row, told.born), told);
  const { ended_at_ms, watched_ms, to_ms } = rowOfSitting(joined, today);
  if (row.ended_at_ms === ended_at_ms && row.watched_ms === watched_ms && row.to_ms === to_ms) return false;
  store.run(build.updateTable('history').set({ ended_at_ms, watched_ms, to_ms }).where('id', '=', told.id));
  return true;
}

function growRemoved(store: LibraryStatements, { id, endedAtMs, watchedMs, toMs }: SyncedSitting): void {
  runSql(
    store,
    sql`UPDATE temp.removed_history SET ended_at_ms = ${endedAtMs}, watched_ms = ${watchedMs}, to_ms = ${toMs}
      WHERE id = ${id} AND (watched_ms, ended_at_ms, to_ms) < (${watchedMs}, ${endedAtMs}, ${toMs})`,
  );
}

/** What is too old for another computer stays here as long as this one is to keep it; what the person deleted is gone. */
function applyRemoved(store: LibraryStatements, id: HistoryEntryId, reason: RemovalReason): boolean {
  if (reason === 'expired') return false;
  const count = store.run(store.build.deleteFrom('history').where('id', '=', id));
  runSql(store, sql`DELETE FROM temp.removed_history WHERE id = ${id}`);
  store.run(store.build.deleteFrom('sync_outbox').where('kind', '=', 'sitting').where('subject', '=', id));
  const row = { born: null, removed: reason, removal_id: null };
  store.run(
    store.build
      .insertInto('sync_sittings')
      .values({ entry_id: id, ...row })
      .onConflict((conflict) => conflict.column('entry_id').doUpdateSet(row)),
  );
  return count > 0;
}
