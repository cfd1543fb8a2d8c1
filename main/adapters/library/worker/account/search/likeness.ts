import type { QueryWord } from './query.ts';
import { foldedOf, stemsOf } from './words.ts';

/** How well a word of a text, written or folded, is the one that is looked for: the word itself, one that begins with it, one of the same stem; 0: not at all. */
export function likeness(word: QueryWord, written: string): number {
  if (!mayBeginAlike(word.folded, written)) return 0;
  const folded = foldedOf(written);
  if (folded === word.folded) return 1;
  if (word.isLast && folded.startsWith(word.folded)) return 0.8;
  return stemsOf(folded).some((stem) => word.stems.includes(stem)) ? 0.6 : 0;
}

/** No stem has another first letter than its word: most words of a text need not be folded. Letters that folding may change are let through. */
function mayBeginAlike(folded: string, written: string): boolean {
  const first = written.charAt(0).toLowerCase();
  return first === folded.charAt(0) || !/^[a-z0-9а-я]$/.test(first);
}
