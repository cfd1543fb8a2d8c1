import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';

/** A word of a text, folded, and where it stands there (UTF-16 code units). */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** What a stem begins with in the indexes: no word has it, so that the beginning of a word never finds a stem. */
const stemSign = '_';

/** A longer one is no word; FTS5 and the terms keep its beginning. */
const longestWord = 64;

const runs = /[\p{L}\p{N}\p{M}]+/gu;

/** The same words come again and again while a catalogue is indexed. */
const rememberedWords = 50_000;
const stems = new Map<string, readonly string[]>();
const terms = new Map<string, readonly string[]>();

/** A word as it is compared: composed (NFC), lower case, ё as е; letters lose their accents, but й stays й. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9а-я]*$/.test(lower)) return lower.slice(0, longestWord);
  const plain = lower.normalize('NFC').replaceAll('ё', 'е');
  const bare = /\p{Script=Latin}/u.test(plain) ? plain.normalize('NFD') : plain;
  // A letter that begins with a mark was a mark alone: Russian stress, which composes with nothing.
  return bare.replaceAll(/\p{M}+/gu, '').slice(0, longestWord);
}

/** Forgets every word that was met: words of notes and searches are among them, and the next library may be another person's. */
export function forgetWords(): void {
  stems.clear();
  terms.clear();
}

/** The words of a text: runs of letters and digits, in their order. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(runs)) {
    const folded = foldWord(found[0]);
    if (folded !== '') words.push({ folded, start: found.index, end: found.index + found[0].length });
  }
  return words;
}

/**
 * The stems of a folded word by its script (Snowball: English or Russian), behind the sign of stems; none for numbers. Russian nouns such as «память»
 * look like infinitives and lose more than their ending, so these have a second stem, the one that their other cases have.
 */
export function stemsOf(folded: string): readonly string[] {
  const known = stems.get(folded);
  if (known !== undefined) return known;
  if (stems.size >= rememberedWords) stems.clear();
  const made = makeStems(folded);
  stems.set(folded, made);
  return made;
}

function makeStems(folded: string): readonly string[] {
  if (/^[a-z]+$/.test(folded)) return [stemSign + stemEnglish(folded)];
  if (/^[а-я]+$/.test(folded)) {
    const stem = stemRussian(folded);
    const noun = /[аиыя]ть$/.test(folded) ? folded.slice(0, -1) : stem;
    return noun === stem ? [stemSign + stem] : [stemSign + stem, stemSign + noun];
  }
  return /\p{L}/u.test(folded) ? [stemSign + folded] : [];
}

/** The words of a text as they are written. */
export function writtenWords(text: string): readonly string[] {
  return text.match(runs) ?? [];
}

/** A word folded, remembered. */
export function foldedOf(word: string): string {
  return termsOfWord(word)[0] ?? '';
}

/** The terms of an index: each word of a text and its stems, in their order. */
export function indexTerms(text: string): readonly string[] {
  return writtenWords(text).flatMap(termsOfWord);
}

/** A word as it was written makes the same terms each time: the word folded, and its stems. */
function termsOfWord(word: string): readonly string[] {
  const known = terms.get(word);
  if (known !== undefined) return known;
  if (terms.size >= rememberedWords) terms.clear();
  const folded = foldWord(word);
  const made = folded === '' ? [] : [folded, ...stemsOf(folded)];
  terms.set(word, made);
  return made;
}
