import type { Marked } from '../../../../../../contract/domain/search.ts';
import type { QueryWord } from './query.ts';
import { likeness } from './likeness.ts';
import { wordsOf } from './words.ts';

/** What is shown of a long text, in UTF-16 code units, and how much of that stands before the first word found. */
const longestExcerpt = 240;
const beforeFirst = 60;

/** A text in pieces, whole words that were looked for marked. */
export function mark(text: string, words: readonly QueryWord[]): Marked {
  const pieces: { text: string; hit: boolean }[] = [];
  let from = 0;
  for (const { folded, start, end } of wordsOf(text)) {
    if (!words.some((word) => likeness(word, folded) > 0)) continue;
    if (start > from) pieces.push({ text: text.slice(from, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false });
  return pieces;
}

/** The part of a text around the first word found, marked; what was left out shows as `…`. */
export function markExcerpt(text: string, words: readonly QueryWord[]): Marked {
  if (text.length <= longestExcerpt) return mark(text, words);
  const all = wordsOf(text);
  const first = all.find(({ folded }) => words.some((word) => likeness(word, folded) > 0))?.start ?? 0;
  const from = first <= beforeFirst ? 0 : (all.find(({ start }) => start >= first - beforeFirst)?.start ?? first);
  const to = all.findLast(({ end }) => end <= from + longestExcerpt)?.end ?? from + longestExcerpt;
  const isEnd = all.at(-1)?.end === to;
  const shown = `${from > 0 ? '…' : ''}${text.slice(from, isEnd ? undefined : to)}${isEnd ? '' : '…'}`;
  return mark(shown, words);
}
