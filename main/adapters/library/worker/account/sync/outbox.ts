import { sql, type RawBuilder } from 'kysely';
import type { LibraryStatements, LibraryTables } from '../tables.ts';

/** What an event is about. */
export type OutboxKind = LibraryTables['sync_outbox']['kind'];

/** Lets something wait for being told, with a new number; told already or not, it is told as it is then. */
export function enqueue(store: LibraryStatements, kind: OutboxKind, subject: string): void {
  runSql(store, sql`INSERT OR REPLACE INTO sync_outbox (kind, subject) VALUES (${kind}, ${subject})`);
}

/** The same for each sitting that a query answers (one column). */
export function enqueueSittings(store: LibraryStatements, ids: RawBuilder<unknown>): void {
  runSql(
    store,
    sql`INSERT OR REPLACE INTO sync_outbox (kind, subject) SELECT 'sitting', entry_id FROM sync_sittings WHERE entry_id IN (${ids})`,
  );
}

/** How many wait. */
export function countOutbox(store: LibraryStatements): number {
  const query = store.build
    .selectFrom('sync_outbox')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('set_aside', '=', 0);
  return store.first(query)?.count ?? 0;
}

/** Nothing waits any more. */
export function emptyOutbox(store: LibraryStatements): void {
  store.run(store.build.deleteFrom('sync_outbox'));
}

/** Runs SQL that the builder has no words for; how many rows it touched. */
export function runSql(store: LibraryStatements, query: RawBuilder<unknown>): number {
  return store.run({ compile: () => query.compile(store.build) });
}
