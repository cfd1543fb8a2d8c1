import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';
import type { BigCatalogue } from './catalogue.ts';
import { seedOf } from './size.ts';
import { everywhere, wordLanguages } from './vocabulary.ts';
import type { WordLanguage } from './vocabulary.ts';

const cueMs = 6000;

/** The captions of a lecture in a language: a WebVTT file, as the service delivers it. The word that stands in every row is in every cue. */
export function captionsAt(
  { size, vocabularies }: BigCatalogue,
  place: number,
  index: number,
  language: WordLanguage,
): Uint8Array {
  const random = seededRandom(seedOf(size, 'captions', place, index, wordLanguages.indexOf(language)));
  const cues = Array.from({ length: size.cuesPerTrack }, (_, number) => {
    const text = vocabularies[language].words(random, 5 + Math.floor(random() * 6));
    return `${timestamp(number * cueMs)} --> ${timestamp((number + 1) * cueMs - 200)}\n${text} ${everywhere[language]}\n`;
  });
  return new TextEncoder().encode(`WEBVTT\n\n${cues.join('\n')}`);
}

function timestamp(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
