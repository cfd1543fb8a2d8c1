import { sql } from 'kysely';
import type { HistoryEntryId } from '../../../../../../contract/domain/history.ts';
import { LectureId } from '../../../../../../contract/domain/ids.ts';
import { stampAfter } from '../../../../../../contract/domain/stamp.ts';
import type { HistoryEvent } from '../../../../../../contract/domain/synced.ts';
import type { OutgoingEvent } from '../../../../../sync-ports.ts';
import type { LibraryStatements, LibraryTables } from '../tables.ts';
import { stampFormerLecture, tellLecture } from './lecture-state.ts';
import { enqueue } from './outbox.ts';
import { sittingOfRow } from './sitting-rows.ts';
import { keepBirth } from './sittings.ts';
import { changeSync, readSync, type SyncState } from './sync-state.ts';

/** Some of what waits, as it is now, oldest first; what there is nothing to say of waits no more. */
export function outgoingEvents(store: LibraryStatements, limit: number): readonly OutgoingEvent[] {
  const sync = readSync(store);
  if (sync?.is_on !== 1) return [];
  const rows = store.all(
    store.build
      .selectFrom('sync_outbox')
      .select(['revision', 'kind', 'subject'])
      .where('set_aside', '=', 0)
      .orderBy('revision')
      .limit(limit),
  );
  const events: OutgoingEvent[] = [];
  for (const row of rows) {
    const event = eventOf(store, sync, row);
    if (event === null) store.run(store.build.deleteFrom('sync_outbox').where('revision', '=', row.revision));
    else events.push({ revision: row.revision, event });
  }
  return events;
}

/** The service has some; what it refused is set aside. What changed meanwhile has another number and goes on waiting. */
export function noteSent(
  store: LibraryStatements,
  { taken, refused }: { readonly taken: readonly number[]; readonly refused: readonly number[] },
): null {
  for (const revision of taken) store.run(store.build.deleteFrom('sync_outbox').where('revision', '=', revision));
  for (const revision of refused) {
    store.run(store.build.updateTable('sync_outbox').set({ set_aside: 1 }).where('revision', '=', revision));
  }
  return null;
}

const filledAtOnce = 400;

/** Lets some more of what is here wait for being told; false when there is no more. */
export function fillOutbox(store: LibraryStatements): boolean {
  const sync = readSync(store);
  if (sync?.is_on !== 1) return false;
  const { fill_part: part } = sync;
  switch (part) {
    case null:
      return false;
    case 'lectures':
      return fillOn(store, 'sittings', fillLectures(store, sync));
    case 'sittings':
      return fillOn(store, 'removed', fillSittings(store, sync));
    case 'removed':
      return fillOn(store, null, fillRemoved(store, sync));
  }
}

function fillOn(store: LibraryStatements, next: SyncState['fill_part'], ids: readonly string[]): boolean {
  const last = ids.length === filledAtOnce ? ids.at(-1) : undefined;
  changeSync(store, last === undefined ? { fill_part: next, fill_after: '' } : { fill_after: last });
  return last !== undefined || next !== null;
}

function fillLectures(store: LibraryStatements, sync: SyncState): readonly string[] {
  const rows = store.all<{ id: string }>({
    compile: () =>
      sql<{ id: string }>`SELECT lecture_id AS id FROM progress WHERE lecture_id > ${sync.fill_after}
        UNION SELECT lecture_id FROM watched WHERE lecture_id > ${sync.fill_after}
        ORDER BY 1 LIMIT ${filledAtOnce}`.compile(store.build),
  });
  for (const { id } of rows) {
    stampFormerLecture(store, sync, LectureId.parse(id));
    enqueue(store, 'lecture', id);
  }
  return rows.map(({ id }) => id);
}

function fillSittings(store: LibraryStatements, sync: SyncState): readonly string[] {
  const rows = store.all(
    store.build
      .selectFrom('history')
      .leftJoin('sync_sittings', 'sync_sittings.entry_id', 'history.id')
      .select(['history.id', 'history.started_at_ms', 'history.device_id', 'sync_sittings.born'])
      .where('history.id', '>', sync.fill_after as HistoryEntryId)
      .orderBy('history.id')
      .limit(filledAtOnce),
  );
  for (const { id, started_at_ms: nowMs, device_id: deviceId, born } of rows) {
    // Nobody had it when others deleted all: it was not meant.
    if (born === null) keepBirth(store, id, stampAfter({ nowMs, deviceId, clock: null, seen: sync.cleared }));
    enqueue(store, 'sitting', id);
  }
  return rows.map(({ id }) => id);
}

function fillRemoved(store: LibraryStatements, sync: SyncState): readonly string[] {
  const rows = store.all(
    store.build
      .selectFrom('sync_sittings')
      .select('entry_id')
      .where('removed', 'is not', null)
      .where('removal_id', 'is', null)
      .where('entry_id', '>', sync.fill_after as HistoryEntryId)
      .orderBy('entry_id')
      .limit(filledAtOnce),
  );
  for (const { entry_id: id } of rows) enqueue(store, 'sitting', id);
  return rows.map(({ entry_id: id }) => id);
}

function eventOf(
  store: LibraryStatements,
  sync: SyncState,
  { kind, subject }: Pick<LibraryTables['sync_outbox'], 'kind' | 'subject'>,
): HistoryEvent | null {
  switch (kind) {
    case 'lecture':
      return { kind: 'lecture', lecture: tellLecture(store, sync, LectureId.parse(subject)) };
    case 'sitting':
      return sittingEvent(store, subject as HistoryEntryId);
    case 'cleared':
      return sync.cleared === null ? null : { kind: 'cleared', stamp: sync.cleared };
  }
}

function sittingEvent(store: LibraryStatements, id: HistoryEntryId): HistoryEvent | null {
  const { build, first } = store;
  const known = first(build.selectFrom('sync_sittings').selectAll().where('entry_id', '=', id));
  if (known !== undefined && known.removed !== null) return { kind: 'removed', id, reason: known.removed };
  const row = first(build.selectFrom('history').selectAll().where('id', '=', id));
  if (row === undefined || known === undefined || known.born === null) return null;
  return { kind: 'sitting', sitting: sittingOfRow(row, known.born) };
}
