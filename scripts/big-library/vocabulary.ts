import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';
import { headWords } from './head-words.ts';

/** The two languages of a made-up library. */
export const wordLanguages = ['en', 'ru'] as const;
export type WordLanguage = (typeof wordLanguages)[number];

/** The word that stands in every row, in each language: the trap of a ranked search. */
export const everywhere = { en: 'everywhere', ru: 'повсюду' } as const;

/** Words of a language, the commonest first. */
export interface Vocabulary {
  /** So many words, drawn as people use them (Zipf). */
  words(random: () => number, count: number): string;
  /** The same with a capital letter in front. */
  sentence(random: () => number, count: number): string;
}

const vocabularySize = 20_000;
const syllables = {
  en: 'ba be bi bo bu da de di do ga ge go ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo za zo'.split(
    ' ',
  ),
  ru: 'ба бе би бо бу да де ди до га ге го ка ке ки ко ла ле ли ло ма ме ми мо на не но па пе по ра ре ри ро са се си со та те ти то ва ве ви во за зо'.split(
    ' ',
  ),
} as const;

/** Makes the vocabulary of a language: its commonest words are real ones, all others are made of syllables. */
export function makeVocabulary(language: WordLanguage, seed: number): Vocabulary {
  const random = seededRandom(seed);
  const parts = syllables[language];
  const all = new Set<string>(headWords[language]);
  while (all.size < vocabularySize) {
    const length = 2 + Math.floor(random() * 4);
    all.add(Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join(''));
  }
  const known = [...all];
  // The rank of a word is as its logarithm: each tenth of the vocabulary is used as often as the tenth of it before.
  const word = (draw: () => number): string => known[Math.floor(vocabularySize ** draw()) - 1] ?? '';
  const words: Vocabulary['words'] = (draw, count) => Array.from({ length: count }, () => word(draw)).join(' ');
  return {
    words,
    sentence(draw, count) {
      const text = words(draw, count);
      return text.charAt(0).toUpperCase() + text.slice(1);
    },
  };
}
