import { sql } from 'kysely';
import type { LibraryStatements, LibraryTables, SearchKind } from '../tables.ts';
import { oneOf } from './documents.ts';
import { everything, type Only } from './filter.ts';
import { likeness } from './likeness.ts';
import type { Clause, QueryWord } from './query.ts';
import { idsOf, matching } from './matching.ts';
import { indexOf, written } from './search-index.ts';
import { allOf, matchingTogether } from './together.ts';
import { writtenWords } from './words.ts';

/** A document that has every word; a long body is left in the library (null). */
export type Candidate = Omit<LibraryTables['search_documents'], 'body'> & { readonly body: string | null };

/** So many documents of a kind are looked at closely. */
export const mostCandidates = 200;

/** A word in more documents than this takes no part in bm25, which walks through every document of every word that it weighs. */
const rareDocuments = 1500;

const longBody = 1000;

/** Documents that are looked at, and whether there may be others that nobody looked for. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly isCutShort: boolean;
}

/**
 * The documents of a kind that have every word. When there are more than can be looked at, the best are chosen by bm25 over the words that are rare, among
 * those with all words in the title, and filled up with any.
 */
export function candidatesOf(
  store: LibraryStatements,
  kind: SearchKind,
  words: readonly QueryWord[],
  clauses: readonly Clause[],
  only: Only = everything,
): Candidates {
  const narrow = clauses.filter(({ isWide }) => !isWide);
  if (narrow.length > 0 && narrow.length < clauses.length) {
    const few = matchingTogether(store, kind, narrow, mostCandidates + 1, only);
    // Then it is cheaper to look at each of them, and none is missed.
    if (few.ids.length <= mostCandidates && !few.isCutShort)
      return { candidates: load(store, few.ids).filter((candidate) => hasAll(candidate, words)), isCutShort: false };
  }
  const whole = allOf(clauses);
  const { ids: any, isCutShort } = matchingTogether(store, kind, clauses, mostCandidates + 1, only);
  if (any.length <= mostCandidates) return { candidates: load(store, any), isCutShort };
  const rare = narrow.filter(({ match }) => countMatching(store, kind, match, rareDocuments + 1) <= rareDocuments);
  const best = rare.length === 0 ? [] : bestOf(store, kind, allOf(rare), only);
  const titled = hasTitle(kind) ? matching(store, kind, `{title} : (${whole})`, mostCandidates, only) : [];
  const chosen = load(store, [...new Set([...best, ...titled, ...any])]);
  return {
    candidates: rare.length === 0 ? chosen : chosen.filter((candidate) => hasAll(candidate, words)),
    isCutShort,
  };
}

/** Whether every word is there; in a body too long to look at they may be. */
function hasAll({ title, people, body }: Candidate, words: readonly QueryWord[]): boolean {
  if (body === null) return true;
  const text = writtenWords(`${title} ${people} ${body}`);
  return words.every((word) => text.some((written) => likeness(word, written) > 0));
}

function hasTitle(kind: SearchKind): boolean {
  return kind !== 'cue' && kind !== 'note';
}

/** How many match, counted no further than `most`. */
export function countMatching(store: LibraryStatements, kind: SearchKind, match: string, most: number): number {
  const index = indexOf(kind);
  const counted = store.first(
    written<{ count: number }>(
      store,
      sql`select count(*) as count from (select rowid from ${index} where ${index} match ${match} limit ${most})`,
    ),
  );
  return counted?.count ?? 0;
}

function bestOf(store: LibraryStatements, kind: SearchKind, match: string, only: Only): readonly number[] {
  const index = indexOf(kind);
  return idsOf(
    store,
    sql`select rowid as id from ${index} where ${index} match ${match}${only} order by bm25(${index}, 8, 4, 1) limit ${mostCandidates}`,
  );
}

/** The documents of these numbers, in no order. */
export function load(store: LibraryStatements, ids: readonly number[]): readonly Candidate[] {
  const query = store.build
    .selectFrom('search_documents')
    .select(['id', 'kind', 'key', 'place_ms', 'title', 'people'])
    .select(sql<string | null>`case when length(body) <= ${longBody} then body end`.as('body'))
    .where('id', 'in', oneOf(ids));
  return store.all(query);
}
