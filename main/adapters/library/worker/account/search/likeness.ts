import type { QueryWord } from './query.ts';
import { stemsOf } from './words.ts';

/** How well a word of a text is the one that is looked for: the word itself, one that begins with it, one of the same stem; 0: not at all. */
export function likeness(word: QueryWord, folded: string): number {
  // No stem has another first letter than its word, and most words end here.
  if (folded.charCodeAt(0) !== word.folded.charCodeAt(0)) return 0;
  if (folded === word.folded) return 1;
  if (word.isLast && folded.startsWith(word.folded)) return 0.8;
  return stemsOf(folded).some((stem) => word.stems.includes(stem)) ? 0.6 : 0;
}
