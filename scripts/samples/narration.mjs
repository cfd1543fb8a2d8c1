/** Reads sentences aloud with espeak-ng: one sound per sentence, so that caption times are exact. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitCaption } from './captions.mjs';
import { run } from './tools.mjs';
import { lengthMs, readWave, trimSilence } from './wave.mjs';

/** @typedef {import('./types.mjs').Sentence} Sentence */
/** @typedef {import('./types.mjs').Voice} Voice */

/**
 * @typedef {object} Spoken
 * @property {Sentence} sentence
 * @property {import('./wave.mjs').Sound} sound
 * @property {{ text: string, share: number }[]} parts The caption's parts and the share of the time each takes.
 */

/** The sampling rate of espeak-ng's voices, in Hz. */
export const sampleRate = 22050;

/** Speaks a sentence; parts of a long one are also spoken alone, to learn how the time divides. @param {Sentence} sentence @param {Voice} voice @param {string} folder @returns {Promise<Spoken>} */
export async function speak(sentence, voice, folder) {
  const sound = await synthesize(sentence.say ?? sentence.text, voice, folder);
  const texts = splitCaption(sentence.text);
  if (texts.length === 1) return { sentence, sound, parts: [{ text: sentence.text, share: 1 }] };
  /** @type {number[]} */
  const lengths = [];
  for (const part of texts) lengths.push(lengthMs(await synthesize(part, voice, folder)));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { sentence, sound, parts: texts.map((part, index) => ({ text: part, share: (lengths[index] ?? 0) / total })) };
}

/** @param {string} text @param {Voice} voice @param {string} folder */
async function synthesize(text, voice, folder) {
  const textPath = join(folder, 'sentence.txt');
  const wavePath = join(folder, 'sentence.wav');
  await writeFile(textPath, respell(text, voice.respell ?? {}));
  const options = ['-v', voice.name, '-s', String(voice.wordsPerMinute), '-p', String(voice.pitch)];
  await run('espeak-ng', [...options, '-b', '1', '-z', '-f', textPath, '-w', wavePath]);
  const sound = trimSilence(readWave(await readFile(wavePath)));
  if (sound.sampleRate !== sampleRate)
    throw new Error(`espeak-ng spoke at ${sound.sampleRate} Hz, expected ${sampleRate}`);
  if (sound.samples.length === 0) throw new Error(`espeak-ng was silent on: ${text}`);
  return sound;
}

/** @param {string} text @param {Record<string, string>} respellings By whole word. */
function respell(text, respellings) {
  return text.replaceAll(/\p{L}+/gu, (word) => respellings[word] ?? word);
}
