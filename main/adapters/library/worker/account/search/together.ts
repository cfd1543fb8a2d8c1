import { sql } from 'kysely';
import type { LibraryStatements, SearchKind } from '../tables.ts';
import { everything, type Only } from './filter.ts';
import { idsOf, matching } from './matching.ts';
import type { Clause } from './query.ts';
import { indexOf } from './search-index.ts';

/** A clause that fewer documents have leads the others through their lists by itself: SQLite skips what lies between. */
const ledBy = 3000;
/** About so many places of the lists are walked through in one step, */
const walkedAtOnce = 2500;
/** and after so many steps the search says what it has. */
const mostSteps = 4;

/** Documents that have every clause, and whether the search for more of them was given up. */
export interface Together {
  readonly ids: readonly number[];
  readonly isCutShort: boolean;
}

/**
 * The first documents of a kind that have every clause. Where each clause is common, and documents are as many as cues are, SQLite walks through all their lists in search of the next place that
 * they share, which in five million cues takes seconds when there is hardly any: then the lists are laid on each other here, piece by piece,
 * and no further than so far.
 */
export function matchingTogether(
  store: LibraryStatements,
  kind: SearchKind,
  clauses: readonly Clause[],
  limit: number,
  only: Only = everything,
): Together {
  const counts = clauses.map(({ documentCount }) => documentCount);
  if (kind !== 'cue' || clauses.length < 2 || Math.min(...counts) <= ledBy)
    return { ids: matching(store, kind, allOf(clauses), limit, only), isCutShort: false };
  const lastId = lastIdOf(store);
  const perId = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, lastId);
  const span = Math.ceil(walkedAtOnce / perId);
  // The rarest first: where it is not, nobody else is asked.
  const rarestFirst = clauses.toSorted((one, other) => one.documentCount - other.documentCount);
  const found: number[] = [];
  for (let from = 0; from <= lastId; from += span) {
    if (from >= mostSteps * span) return { ids: found, isCutShort: true };
    let shared: readonly number[] | null = null;
    for (const { match } of rarestFirst) {
      const ids: readonly number[] = between(store, kind, match, from, from + span, only);
      const others: ReadonlySet<number> | null = shared === null ? null : new Set(shared);
      shared = others === null ? ids : ids.filter((id) => others.has(id));
      if (shared.length === 0) break;
    }
    found.push(...(shared ?? []));
    if (found.length >= limit) return { ids: found.slice(0, limit), isCutShort: false };
  }
  return { ids: found, isCutShort: false };
}

/** The condition of FTS5 that all are there. */
export function allOf(clauses: readonly Clause[]): string {
  return clauses.map(({ match }) => match).join(' AND ');
}

/** Bound as they are, numbers would be REAL, which FTS5 takes for no bound: it would then walk to the end of the list, and SQLite drop what it found. */
function between(
  store: LibraryStatements,
  kind: SearchKind,
  match: string,
  from: number,
  before: number,
  only: Only,
): readonly number[] {
  const index = indexOf(kind);
  return idsOf(
    store,
    sql`select rowid as id from ${index} where ${index} match ${match} and rowid between cast(${from} as integer) and cast(${before - 1} as integer)${only}`,
  );
}

function lastIdOf(store: LibraryStatements): number {
  const query = store.build.selectFrom('search_documents').select(({ fn }) => fn.max('id').as('id'));
  return store.first(query)?.id ?? 0;
}
