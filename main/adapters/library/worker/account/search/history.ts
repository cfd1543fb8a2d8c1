import type { Purged } from '../../../../../retention-ports.ts';
import type { LibraryStatements } from '../tables.ts';

/** So many searches are kept. */
export const mostSearches = 50;

/** What was searched for, newest first. */
export function searchHistory(store: LibraryStatements): readonly string[] {
  const query = store.build
    .selectFrom('search_history')
    .select('text')
    .orderBy('searched_at_ms', 'desc')
    .orderBy('text');
  return store.all(query).map(({ text }) => text);
}

/** Keeps a search as the newest; the oldest make room. */
export function rememberSearch(
  store: LibraryStatements,
  { text, nowMs }: { readonly text: string; readonly nowMs: number },
): null {
  const { build } = store;
  store.run(
    build
      .insertInto('search_history')
      .values({ text, searched_at_ms: nowMs })
      .onConflict((conflict) => conflict.column('text').doUpdateSet({ searched_at_ms: nowMs })),
  );
  for (const old of searchHistory(store).slice(mostSearches)) forgetSearch(store, old);
  return null;
}

/** Deletes one search, or with null all of them. */
export function forgetSearch(store: LibraryStatements, text: string | null): null {
  const all = store.build.deleteFrom('search_history');
  store.run(text === null ? all : all.where('text', '=', text));
  return null;
}

/** Deletes what was searched for before; null: nothing is too old. */
export function purgeSearches(store: LibraryStatements, keptFromMs: number | null): Purged {
  if (keptFromMs === null) return { count: 0, hasMore: false };
  const count = store.run(store.build.deleteFrom('search_history').where('searched_at_ms', '<', keptFromMs));
  return { count, hasMore: false };
}
