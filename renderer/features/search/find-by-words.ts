import type { Marked } from '../../../contract/domain/search.ts';
import type { Findable } from '../../lib/findable.ts';
import { fold } from '../../lib/fold.ts';

/** Something found, with the words of its label that were looked for. */
export interface FoundItem {
  readonly item: Findable;
  readonly label: Marked;
}

interface Word {
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly at: number;
}

/** So many letters are looked for in the other words of a thing: fewer would find everything. */
const leastLetters = 3;

function wordsOf(text: string): readonly Word[] {
  return [...fold(text).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ text: match[0], at: match.index }));
}

/**
 * What begins with every word of the query, in its label: those first whose label begins so. Only when no label does, what does in its
 * other words too.
 */
export function findByWords(list: readonly Findable[], query: string, most: number): readonly FoundItem[] {
  const wanted = wordsOf(query).map(({ text }) => text);
  if (wanted.length === 0) return [];
  const matches = list.flatMap((item) => {
    const label = wordsOf(item.label);
    const others = wordsOf(item.words);
    const inLabel = wanted.filter((each) => label.some(({ text }) => text.startsWith(each)));
    const inOthers = wanted.filter(
      (each) =>
        !inLabel.includes(each) && each.length >= leastLetters && others.some(({ text }) => text.startsWith(each)),
    );
    if (inLabel.length + inOthers.length < wanted.length) return [];
    const isFirst = inLabel.some((each) => label[0]?.text.startsWith(each));
    return [{ item, inLabel: inLabel.length, isFirst, label: marked(item.label, label, wanted) }];
  });
  const byLabel = matches.filter(({ inLabel }) => inLabel === wanted.length);
  return (byLabel.length > 0 ? byLabel : matches)
    .toSorted((one, other) => other.inLabel - one.inLabel || Number(other.isFirst) - Number(one.isFirst))
    .slice(0, most)
    .map(({ item, label }) => ({ item, label }));
}

/** The label in pieces, its words that begin with a wanted one as hits. */
function marked(label: string, words: readonly Word[], wanted: readonly string[]): Marked {
  const pieces: { text: string; hit: boolean }[] = [];
  let from = 0;
  for (const { text, at } of words) {
    if (!wanted.some((each) => text.startsWith(each))) continue;
    if (at > from) pieces.push({ text: label.slice(from, at), hit: false });
    from = at + text.length;
    pieces.push({ text: label.slice(at, from), hit: true });
  }
  if (from < label.length) pieces.push({ text: label.slice(from), hit: false });
  return pieces;
}
