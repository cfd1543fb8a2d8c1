import type { Shot, Step } from './entry-shots.ts';

/** Opens the search and writes, in the language on screen; then keys. */
const search =
  (english: string, russian: string, ...keys: readonly string[]): Step =>
  async (page) => {
    await page.keyboard.press('Control+KeyK');
    const field = page.getByRole('combobox');
    await field.waitFor();
    const isRussian = (await page.evaluate(() => document.documentElement.lang)) === 'ru';
    await field.fill(isRussian ? russian : english);
    await page.waitForTimeout(300);
    for (const key of keys) await page.keyboard.press(key);
  };

/** The search in its states. */
export const searchShots: readonly Shot[] = [
  ['search-empty', 'still', '/', search('', '')],
  ['search-history', 'still&searches', '/', search('', '', 'ArrowDown')],
  ['search-found', 'still', '/', search('re', 'ка')],
  ['search-said', 'still', '/courses', search('key frame', 'ключевой кадр', 'PageDown')],
  ['search-own', 'still', '/', search('theme', 'оформление', 'ArrowDown')],
  ['search-corrected', 'still', '/', search('recordng', 'заптси')],
  ['search-none', 'still', '/', search('photosynthesis', 'фотосинтез')],
  [
    'search-narrowed',
    'still',
    '/',
    async (page) => {
      await search('re', 'ка')(page);
      await page.getByRole('button', { name: /^(Transcripts|Расшифровки)$/u }).click();
      await page.getByRole('button', { name: /^(Lectures|Лекции)$/u }).click();
      await page.keyboard.press('ArrowRight');
    },
  ],
  ['search-failed', 'still&fail=search.find:disk-failed', '/', search('downloads', 'загрузки')],
  ['search-player', 'still', '/watch/seeking-0', search('where', 'где')],
  [
    'search-settings',
    'still&searches',
    '/',
    async (page) => {
      await search('remember what', 'запоминать')(page);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(400);
    },
  ],
  [
    'search-keys',
    'still',
    '/',
    async (page) => {
      await search('shortcuts', 'сочетания')(page);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(500);
    },
  ],
];
