import { expect, test } from 'vitest';
import { commonRussian } from './common-russian.ts';
import { inLatinLayout } from './keyboard-layout.ts';
import { guessableParts, hintFrom, judgePassword } from './password-strength.ts';

test('A10: the keys of a Russian word are known in the Latin layout', () => {
  expect(inLatinLayout('привет')).toBe('ghbdtn');
  expect(inLatinLayout('Ёлка 7')).toBe('~krf 7'.replace('~', '`'));
  expect(inLatinLayout('plain')).toBe('plain');
});

test('A10: the list of common Russian passwords has each once, in small letters', () => {
  expect(commonRussian.length).toBeGreaterThan(200);
  expect(new Set(commonRussian).size).toBe(commonRussian.length);
  expect(commonRussian.filter((word) => !/^[а-яё0-9]+$/u.test(word))).toEqual([]);
});

test.each([
  'привет',
  'ghbdtn',
  'Привет123',
  'ghbdtn1234',
  'солнышко',
  'cjkysirj',
  'фывапролдж',
  'йцукенгшщз',
  'наташа1990',
  'password12',
  'qwertyuiop',
])('A10: “%s” is easy to guess', async (password) => {
  expect((await judgePassword(password, [])).score).toBeLessThanOrEqual(1);
});

test.each(['orchid tram velvet seven', 'пятый якорь смотрит на мельницу', 'k7#Vq2!mXz9p'])(
  'A10: “%s” is hard to guess',
  async (password) => {
    expect((await judgePassword(password, [])).score).toBeGreaterThanOrEqual(3);
  },
);

test('A10: the name and the e-mail of the person make a password easier, also with the wrong layout', async () => {
  const inputs = ['Анна Вишневецкая', 'a.wisniewska@lectoroom.example'];
  expect(guessableParts(inputs)).toEqual(expect.arrayContaining(['вишневецкая', 'wisniewska', 'dbiytdtwrfz']));
  for (const password of ['вишневецкая', 'dbiytdtwrfz', 'wisniewska']) {
    const stranger = await judgePassword(password, []);
    const known = await judgePassword(password, inputs);
    expect(known.score).toBeLessThan(Math.max(1, stranger.score));
    expect(known.hint).toBe('personal');
  }
});

test('A10: what the library says becomes a hint of our own, or none', async () => {
  expect(hintFrom('topTen', ['anotherWord'])).toBe('common');
  expect(hintFrom(null, ['anotherWord', 'l33t'])).toBe('substitution');
  expect(hintFrom(null, ['anotherWord'])).toBe('more');
  expect(hintFrom('something new', [])).toBeNull();
  expect((await judgePassword('2468abcdef', [])).hint).not.toBeNull();
  expect((await judgePassword('aaaaaaaaaa', [])).hint).toBe('repeat');
  expect((await judgePassword('qwertyuiop', [])).hint).toBe('common');
  expect((await judgePassword('orchid tram velvet seven', [])).hint).toBeNull();
});
