import { sql } from 'kysely';
import type { LibraryStatements } from '../tables.ts';
import { written } from './search-index.ts';
import { stemsOf, wordsOf } from './words.ts';

/** A word that is looked for; the last one may go on. */
export interface QueryWord {
  readonly folded: string;
  readonly stems: readonly string[];
  readonly isLast: boolean;
}

/** More words than this narrow nothing down any more. */
const mostWords = 12;

/** How many places of the indexes a beginning may lead to before only its commonest words are looked for: FTS5 gathers all of them first. */
const fewPlaces = 4000;
const commonestWords = 12;

/** The words of a query. */
export function queryWords(text: string): readonly QueryWord[] {
  const words = wordsOf(text).slice(0, mostWords);
  return words.map(({ folded }, index) => ({ folded, stems: stemsOf(folded), isLast: index === words.length - 1 }));
}

/** The condition of FTS5 that a word is there; `isWide` when it is but a letter or two that so many words begin with that only the commonest are looked for. */
export interface Clause {
  readonly match: string;
  readonly isWide: boolean;
  /** How many documents of all kinds have it, counted once for each of its terms; 0 where nobody asks. */
  readonly documentCount: number;
}

/** The clause of a word: its stems, for the last one also its beginning. Holds letters, digits and our own signs only. `isSmall`: the index has no more than some thousand documents. */
export function clauseOf(store: LibraryStatements, { folded, stems, isLast }: QueryWord, isSmall: boolean): Clause {
  const terms = stems.length > 0 ? stems : [folded];
  const whole = terms.map(quoted);
  const wholeCount = isSmall ? 0 : sumOf(countsOf(store, terms).values());
  if (!isLast) return { match: anyOf(whole), isWide: false, documentCount: wholeCount };
  const begunCount = isSmall ? 0 : placesOf(store, folded);
  if (begunCount <= fewPlaces)
    return {
      match: anyOf([...whole, `${quoted(folded)} *`]),
      isWide: false,
      documentCount: wholeCount + begunCount,
    };
  const common = store.all(
    termsFrom(store, folded).select(['term', 'document_count']).orderBy('document_count', 'desc').limit(commonestWords),
  );
  return {
    match: anyOf([...whole, ...common.map(({ term }) => quoted(term))]),
    isWide: true,
    documentCount: wholeCount + sumOf(common.map(({ document_count: count }) => count)),
  };
}

function placesOf(store: LibraryStatements, beginning: string): number {
  const query = termsFrom(store, beginning).select(({ fn, val }) =>
    fn.coalesce(fn.sum<number>('document_count'), val(0)).as('sum'),
  );
  return store.first(query)?.sum ?? 0;
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

function anyOf(terms: readonly string[]): string {
  return `(${terms.join(' OR ')})`;
}

function quoted(term: string): string {
  return `"${term}"`;
}

/** The terms with this beginning. */
function termsFrom(store: LibraryStatements, beginning: string) {
  return store.build
    .selectFrom('search_terms')
    .where('term', '>=', beginning)
    .where('term', '<', `${beginning}\u{10FFFF}`);
}

/** Whether any document has the word. */
export function isKnown(store: LibraryStatements, { folded, stems, isLast }: QueryWord): boolean {
  const whole = stems.length > 0 ? stems : [folded];
  if (countsOf(store, whole).size > 0) return true;
  return isLast && store.first(termsFrom(store, folded).select('term').limit(1)) !== undefined;
}

/** How many documents have each of these terms; those that none has are left out. */
export function countsOf(store: LibraryStatements, terms: readonly string[]): ReadonlyMap<string, number> {
  const rows = store.all(
    written<{ term: string; document_count: number }>(
      store,
      sql`select term, document_count from json_each(${JSON.stringify(terms)}) join search_terms on term = value`,
    ),
  );
  return new Map(rows.map(({ term, document_count: count }) => [term, count]));
}

/** Those of some beginnings that a word begins with. */
export function knownBeginnings(store: LibraryStatements, beginnings: readonly string[]): readonly string[] {
  const rows = store.all(
    written<{ value: string }>(
      store,
      sql`select value from json_each(${JSON.stringify(beginnings)})
        where exists (select 1 from search_terms where term >= value and term < value || char(1114111))`,
    ),
  );
  return rows.map(({ value }) => value);
}
