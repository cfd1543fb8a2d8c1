import { expect, test } from 'vitest';
import type { Findable } from '../../lib/findable.ts';
import { findByWords } from './find-by-words.ts';

const thing = (label: string, words = ''): Findable => ({
  id: label,
  icon: null,
  label,
  words,
  detail: null,
  usual: false,
  leads: false,
  run: () => undefined,
});
const list = [thing('Ещё раз: тёмное'), thing('Sign out', 'log leave'), thing('Out of space', 'sign')];
const labels = (query: string, most = 9): readonly string[] =>
  findByWords(list, query, most).map(({ label }) => label.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''));

test('B3: every word must begin one of a thing’s words; its other words count only where no label has them', () => {
  expect(labels('sign')).toEqual(['[Sign] out']);
  expect(labels('sign space')).toEqual(['Out of [space]']);
  expect(labels('out')).toEqual(['[Out] of space', 'Sign [out]']);
  expect(labels('ou si')).toEqual(['[Sign] [out]']);
  expect(labels('ign')).toEqual([]);
  expect(labels('sign in')).toEqual([]);
  expect(labels('out', 1)).toEqual(['[Out] of space']);
});

test('B3 I1: case and ё make no difference, and the label is shown as it is', () => {
  expect(labels('ЕЩЕ темн')).toEqual(['[Ещё] раз: [тёмное]']);
});

test('B3: other words are found from three letters on; nothing but signs finds nothing', () => {
  expect(labels('lo')).toEqual([]);
  expect(labels('log')).toEqual(['Sign out']);
  expect(labels(' …— ')).toEqual([]);
});
