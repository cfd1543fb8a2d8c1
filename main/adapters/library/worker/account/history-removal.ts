import type Database from 'better-sqlite3';
import { sql, type RawBuilder } from 'kysely';
import type { HistoryRemoval } from '../../../../../contract/domain/history.ts';
import { dayAfter, type LocalDay } from '../../../../../contract/domain/local-day.ts';
import type { PurgedHistory } from '../../../../history-ports.ts';
import { countToday } from './history-age.ts';
import { noteForgotten, notePurged, noteRemoved, noteRestored } from './sync/sittings.ts';
import type { LibraryStatements } from './tables.ts';

/**
 * Room for what was removed and may be brought back: a temporary table, which is in memory and nowhere else, and gone with the connection.
 */
export function makeRoomForRemoved(database: Database.Database): void {
  database.exec(`
    CREATE TEMP TABLE removed_history AS SELECT 0 AS removal_id, history.* FROM history LIMIT 0;
    CREATE INDEX removed_history_by_id ON removed_history (removal_id);
  `);
}

/** Takes entries out of the file and into memory; how many. */
export function removeHistory(
  store: LibraryStatements,
  {
    removal,
    removalId,
    nowMs,
  }: { readonly removal: HistoryRemoval; readonly removalId: number; readonly nowMs: number },
): number {
  const wanted = whichOf(removal);
  // Without a condition SQLite empties the table page by page, and not row by row.
  const condition = wanted === null ? sql`` : sql`WHERE ${wanted}`;
  const run = (query: RawBuilder<unknown>) => store.run({ compile: () => query.compile(store.build) });
  run(sql`INSERT INTO temp.removed_history SELECT ${removalId}, history.* FROM history ${condition}`);
  const count = run(sql`DELETE FROM history ${condition}`);
  noteRemoved(store, removalId, wanted === null, nowMs);
  return count;
}

function whichOf(removal: HistoryRemoval): RawBuilder<unknown> | null {
  if ('entryIds' in removal) return sql`id IN (${sql.join(removal.entryIds)})`;
  if ('day' in removal) return sql`day = ${removal.day}`;
  if ('courseId' in removal) return sql`course_id = ${removal.courseId}`;
  return null;
}

/** Puts what was removed back into the file; how many. */
export function restoreHistory(store: LibraryStatements, removalId: number): number {
  const columns = store.all<{ readonly name: string }>({
    compile: () => sql<{ name: string }>`SELECT name FROM pragma_table_info('history')`.compile(store.build),
  });
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  const restored = store.run({
    compile: () =>
      sql`INSERT INTO history (${names}) SELECT ${names} FROM temp.removed_history WHERE removal_id = ${removalId}`.compile(
        store.build,
      ),
  });
  noteRestored(store, removalId);
  letGo(store, removalId);
  return restored;
}

/** Forgets what was removed: it is nowhere any more, and other computers are told. */
export function forgetRemoved(store: LibraryStatements, removalId: number): null {
  noteForgotten(store, removalId);
  return letGo(store, removalId);
}

function letGo(store: LibraryStatements, removalId: number): null {
  store.run({
    compile: () => sql`DELETE FROM temp.removed_history WHERE removal_id = ${removalId}`.compile(store.build),
  });
  return null;
}

/** So many are deleted in one call: whoever waits behind it waits a moment, not minutes. */
const purgedAtOnce = 2000;

/** Deletes of what is older than so many days as much as may be at once. */
export function purgeHistory(
  store: LibraryStatements,
  { today, keepDays }: { readonly today: LocalDay; readonly keepDays: number | null },
): PurgedHistory {
  const ageDay = countToday(store, today);
  if (keepDays === null) return { count: 0, hasMore: false };
  const purged = store.all(
    store.build
      .deleteFrom('history')
      .where('id', 'in', ({ selectFrom }) =>
        selectFrom('history').select('id').where('age_day', '<', dayAfter(ageDay, -keepDays)).limit(purgedAtOnce),
      )
      .returning('id'),
  );
  notePurged(
    store,
    purged.map(({ id }) => id),
  );
  return { count: purged.length, hasMore: purged.length === purgedAtOnce };
}
