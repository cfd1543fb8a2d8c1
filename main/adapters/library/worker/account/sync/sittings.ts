import { sql } from 'kysely';
import type { HistoryEntryId } from '../../../../../../contract/domain/history.ts';
import { laterStamp, type Stamp } from '../../../../../../contract/domain/stamp.ts';
import type { LibraryStatements } from '../tables.ts';
import { enqueue, enqueueSittings, runSql } from './outbox.ts';
import { changeSync, readSync, type SyncState, tick } from './sync-state.ts';

/** A sitting was begun or went on, and was written. */
export function noteSitting(store: LibraryStatements, id: HistoryEntryId, nowMs: number): void {
  const sync = readSync(store);
  if (sync?.was_on !== 1) return;
  const isNew = runSql(
    store,
    sql`INSERT INTO sync_sittings (entry_id, born) VALUES (${id}, '') ON CONFLICT DO NOTHING`,
  );
  // Later than every "delete all" that is known here, whatever the clock shows: those did not mean it.
  if (isNew === 1) keepBirth(store, id, tick(store, sync, nowMs, sync.cleared));
  if (sync.is_on === 1) enqueue(store, 'sitting', id);
}

/** Keeps when a sitting was begun. */
export function keepBirth(store: LibraryStatements, id: HistoryEntryId, born: Stamp): void {
  const row = { born };
  store.run(
    store.build
      .insertInto('sync_sittings')
      .values({ entry_id: id, ...row })
      .onConflict((conflict) => conflict.column('entry_id').doUpdateSet(row)),
  );
}

/** The person deleted entries, which are in memory under this number: nobody is told until that cannot be undone any more. */
export function noteRemoved(store: LibraryStatements, removalId: number, isAll: boolean, nowMs: number): void {
  const sync = readSync(store);
  if (sync?.was_on !== 1) return;
  const gone = sql`SELECT id FROM temp.removed_history WHERE removal_id = ${removalId}`;
  runSql(
    store,
    sql`UPDATE sync_sittings SET removed = 'deleted', removal_id = ${removalId} WHERE removed IS NULL AND entry_id IN (${gone})`,
  );
  runSql(store, sql`DELETE FROM sync_outbox WHERE kind = 'sitting' AND subject IN (${gone})`);
  // Another "delete all" before it takes just its own entries with it, each by itself.
  if (!isAll) return;
  changeSync(store, { pending_cleared: tick(store, sync, nowMs, sync.cleared), pending_removal: removalId });
}

/** What was deleted under this number is there again; called while it is still in memory. */
export function noteRestored(store: LibraryStatements, removalId: number): void {
  const sync = readSync(store);
  if (sync?.was_on !== 1) return;
  // A "delete all" that came after it would take it away again: that one, too, takes just its own entries.
  if (sync.pending_removal !== null && removalId <= sync.pending_removal) {
    changeSync(store, { pending_cleared: null, pending_removal: null });
  }
  const restored = sql`SELECT entry_id FROM sync_sittings WHERE removal_id = ${removalId}`;
  if (sync.is_on === 1) enqueueSittings(store, restored);
  runSql(store, sql`UPDATE sync_sittings SET removed = NULL, removal_id = NULL WHERE removal_id = ${removalId}`);
  const untold = sql<{ id: string }>`SELECT id FROM temp.removed_history WHERE removal_id = ${removalId}
    AND NOT EXISTS (SELECT 1 FROM sync_sittings WHERE entry_id = id) LIMIT 1`;
  const isUntold = store.first({ compile: () => untold.compile(store.build) }) !== undefined;
  // Deleted before the exchange was turned on, back after it.
  if (sync.is_on === 1 && isUntold) changeSync(store, { fill_part: 'sittings', fill_after: '' });
}

/** It cannot be undone any more: what was deleted under this number (null: under any) is told to the others. */
export function noteForgotten(store: LibraryStatements, removalId: number | null): void {
  const sync = readSync(store);
  if (sync?.was_on !== 1) return;
  const isIts = removalId === null ? sql`IS NOT NULL` : sql`= ${removalId}`;
  const { pending_cleared: pending, pending_removal: pendingRemoval } = sync;
  if (pending !== null && (removalId === null || pendingRemoval === removalId)) {
    changeSync(store, { pending_cleared: null, pending_removal: null });
    clearSittings(store, sync, pending);
    if (sync.is_on === 1) enqueue(store, 'cleared', '');
  }
  // Beside a "delete all" that is what a computer with a clock far ahead has begun "later".
  if (sync.is_on === 1) enqueueSittings(store, sql`SELECT entry_id FROM sync_sittings WHERE removal_id ${isIts}`);
  runSql(store, sql`UPDATE sync_sittings SET born = NULL, removal_id = NULL WHERE removal_id ${isIts}`);
}

/** Entries were too old here: the copy at the service is to forget them too. */
export function notePurged(store: LibraryStatements, ids: readonly HistoryEntryId[]): void {
  const sync = readSync(store);
  if (sync?.was_on !== 1) return;
  for (const id of ids) {
    const isShared = runSql(
      store,
      sql`UPDATE sync_sittings SET born = NULL, removed = 'expired' WHERE entry_id = ${id} AND removed IS NULL`,
    );
    if (isShared === 1 && sync.is_on === 1) enqueue(store, 'sitting', id);
  }
}

/** Deletes every sitting that was begun before, also those that could still be brought back; whether there were any. */
export function clearSittings(store: LibraryStatements, sync: SyncState, stamp: Stamp): boolean {
  changeSync(store, { cleared: laterStamp(sync.cleared, stamp) });
  const meant = sql`SELECT entry_id FROM sync_sittings WHERE born <= ${stamp}`;
  const count = runSql(store, sql`DELETE FROM history WHERE id IN (${meant})`);
  runSql(store, sql`DELETE FROM temp.removed_history WHERE id IN (${meant})`);
  runSql(store, sql`DELETE FROM sync_outbox WHERE kind = 'sitting' AND subject IN (${meant})`);
  runSql(store, sql`DELETE FROM sync_sittings WHERE born <= ${stamp}`);
  return count > 0;
}
