import type { LibraryStatements } from '../tables.ts';
import { countsOf, knownBeginnings } from './query.ts';
import type { QueryWord } from './query.ts';
import { stemsOf } from './words.ts';

/** A shorter word is too near to too many others. */
const shortestWord = 5;

const english = 'abcdefghijklmnopqrstuvwxyz';
const russian = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';

/**
 * Words one slip away from `word` (a letter too much, too few, another, or two that changed places) that some document has, best first: the commonest
 * words, then those of which only another form is there, then, for the last word of a query, beginnings. After Norvig, "How to Write a
 * Spelling Corrector": what it costs depends on the word's length, not on how many words there are.
 */
export function corrections(store: LibraryStatements, word: QueryWord): readonly string[] {
  const edits = editsOf(word.folded);
  if (edits.length === 0) return [];
  const stems = new Map(edits.map((edit) => [edit, stemsOf(edit)]));
  const counts = countsOf(store, [...new Set([...edits, ...[...stems.values()].flat()])]);
  const wordCount = (edit: string): number => counts.get(edit) ?? 0;
  const stemCount = (edit: string): number =>
    Math.max(0, ...(stems.get(edit) ?? []).map((stem) => counts.get(stem) ?? 0));
  const whole = edits.filter((edit) => wordCount(edit) > 0 || stemCount(edit) > 0);
  const sorted = whole.toSorted(
    (one, other) => wordCount(other) - wordCount(one) || stemCount(other) - stemCount(one) || other.length - one.length,
  );
  if (!word.isLast) return sorted;
  const begun = knownBeginnings(
    store,
    edits.filter((edit) => !whole.includes(edit)),
  );
  return [...sorted, ...begun.toSorted((one, other) => other.length - one.length)];
}

function editsOf(word: string): readonly string[] {
  if (word.length < shortestWord) return [];
  const alphabet = /^[a-z]+$/.test(word) ? english : /^[а-я]+$/.test(word) ? russian : '';
  if (alphabet === '') return [];
  const edits = new Set<string>();
  for (let place = 0; place <= word.length; place += 1) {
    const [before, after] = [word.slice(0, place), word.slice(place)];
    for (const letter of alphabet) {
      edits.add(before + letter + after);
      if (after !== '') edits.add(before + letter + after.slice(1));
    }
    if (after !== '') edits.add(before + after.slice(1));
    if (after.length > 1) edits.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  edits.delete(word);
  return [...edits];
}
