import { sql } from 'kysely';
import type { LibraryStatements, SearchKind } from '../tables.ts';
import { everything, type Only } from './filter.ts';
import { indexOf, written } from './search-index.ts';

/** The first that match, in no order: costs no more than it finds. */
export function matching(
  store: LibraryStatements,
  kind: SearchKind,
  match: string,
  limit: number,
  only: Only = everything,
): readonly number[] {
  const index = indexOf(kind);
  return idsOf(store, sql`select rowid as id from ${index} where ${index} match ${match}${only} limit ${limit}`);
}

/** The numbers that a query selects as `id`. */
export function idsOf(store: LibraryStatements, query: ReturnType<typeof sql<{ id: number }>>): readonly number[] {
  return store.all(written<{ id: number }>(store, query)).map(({ id }) => id);
}
