import type { SearchFilter } from '../../../../../../contract/domain/search.ts';
import type { Found, FoundItem } from '../../../../../search-ports.ts';
import type { LibraryStatements, SearchKind } from '../tables.ts';
import { candidatesOf } from './candidates.ts';
import { corrections } from './corrections.ts';
import { isWanted, onlyOf } from './filter.ts';
import { itemsOf } from './hits.ts';
import { neighbouringCues } from './neighbours.ts';
import { clauseOf, isKnown, queryWords } from './query.ts';
import type { QueryWord } from './query.ts';
import { ranked } from './score.ts';

/** In the order that equally good things are shown in. */
const kinds: readonly SearchKind[] = ['course', 'lecturer', 'lecture', 'note', 'cue'];

/** So many other readings of a query are tried before it is given up. */
const mostTries = 8;

const noFilter: SearchFilter = { kinds: [], language: null, here: false };

const nothing: Found = { items: [], corrected: null };

/**
 * Finds what has every word of a text: the kind whose best find is the best comes first, and within it the best. When nothing has them all, one word
 * is read as one slip away.
 */
export function find(
  store: LibraryStatements,
  input: { readonly text: string; readonly limit: number; readonly filter?: SearchFilter },
): Found {
  const { text, limit, filter = noFilter } = input;
  const words = queryWords(text);
  if (words.length === 0) return nothing;
  const unknown = words.filter((word) => !isKnown(store, word));
  if (unknown.length === 0) {
    const { items, isCutShort } = itemsWith(store, words, limit, filter);
    // Words that are there, only not in what passes the filter, and words so common that a search for all of them was given up, are no slips.
    if (items.length > 0 || filter !== noFilter || isCutShort) return { items, corrected: null };
  }
  for (const other of readings(store, words, unknown)) {
    const corrected = other.map(({ folded }) => folded).join(' ');
    const { items, isCutShort } = itemsWith(store, queryWords(corrected), limit, filter);
    if (items.length > 0) return { items, corrected };
    if (isCutShort) break;
  }
  return nothing;
}

/** Every unknown word in its best reading, then in others; when all are known, each of them in turn. */
function readings(
  store: LibraryStatements,
  words: readonly QueryWord[],
  unknown: readonly QueryWord[],
): readonly (readonly QueryWord[])[] {
  const doubtful = unknown.length > 0 ? unknown : words;
  const others = new Map(doubtful.map((word) => [word, corrections(store, word)]));
  if (unknown.some((word) => others.get(word)?.length === 0)) return [];
  const read = (word: QueryWord, folded: string | undefined): QueryWord =>
    folded === undefined ? word : { ...word, folded };
  const best = words.map((word) => (unknown.includes(word) ? read(word, others.get(word)?.[0]) : word));
  const single = doubtful.flatMap((doubted) =>
    (others.get(doubted) ?? []).map((other) =>
      best.map((word, index) => (words[index] === doubted ? read(word, other) : word)),
    ),
  );
  return (unknown.length > 0 ? [best, ...single] : single).slice(0, mostTries);
}

/** What is shown, and whether some kinds may have more that nobody looked for. */
interface ItemsFound {
  readonly items: readonly FoundItem[];
  readonly isCutShort: boolean;
}

function itemsWith(
  store: LibraryStatements,
  words: readonly QueryWord[],
  limit: number,
  filter: SearchFilter,
): ItemsFound {
  const inSmall = words.map((word) => clauseOf(store, word, true));
  const inLarge = words.map((word) => clauseOf(store, word, false));
  const wanted = kinds.filter((kind) => isWanted(kind, filter));
  const ofKinds = wanted.map((kind) => {
    const only = onlyOf(kind, filter);
    const clauses = kind === 'cue' || kind === 'lecture' ? inLarge : inSmall;
    const { candidates, isCutShort } = candidatesOf(store, kind, words, clauses, only);
    const mayGoOn = kind === 'cue' && words.length > 1 && candidates.length < limit;
    const all = mayGoOn ? [...candidates, ...neighbouringCues(store, words, clauses, only)] : candidates;
    return { kind, isCutShort, found: ranked(all, words).slice(0, limit) };
  });
  const items = ofKinds
    .toSorted((one, other) => (other.found[0]?.score ?? 0) - (one.found[0]?.score ?? 0))
    .flatMap(({ kind, found }) =>
      itemsOf(
        store,
        kind,
        found.map(({ candidate }) => candidate),
        words,
      ),
    );
  return { items, isCutShort: ofKinds.some((ofKind) => ofKind.isCutShort) };
}
