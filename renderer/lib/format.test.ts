import { expect, test } from 'vitest';
import { createFormat, type Format } from './format.ts';
import { createI18n } from './i18n.ts';

const formats = (['en', 'ru'] as const).map((language): readonly [string, Format] => [
  language,
  createFormat(language, createI18n(language).t),
]);
const [english, russian] = formats.map(([, format]) => format) as [Format, Format];
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

test('I1: sizes are written as each language writes them', () => {
  expect(plain(english.bytes(12_400_000))).toBe('12.4 MB');
  expect(plain(russian.bytes(12_400_000))).toBe('12,4 МБ');
  expect(plain(english.bytes(0))).toBe('0 kB');
  expect(plain(russian.bytes(41_300_000_000))).toBe('41,3 ГБ');
  expect(plain(english.bytesOf(12_400_000, 30_000_000))).toBe('12.4 of 30 MB');
  expect(plain(russian.bytesOf(12_400_000, 30_000_000))).toBe('12,4 из 30 МБ');
  expect(plain(english.speed(1_240_000))).toBe('1.2 MB/s');
  expect(plain(russian.speed(1_240_000))).toBe('1,2 МБ/с');
});

test.each([
  [45_000, '45 s', '45 с'],
  [120_000, '2 min', '2 мин'],
  [4_800_000, '1 h 20 min', '1 ч 20 мин'],
  [7_200_000, '2 h', '2 ч'],
  [3_599_000, '1 h', '1 ч'],
  [-5, '0 s', '0 с'],
])('I1: a duration of %i ms', (durationMs, inEnglish, inRussian) => {
  expect(plain(english.duration(durationMs))).toBe(inEnglish);
  expect(plain(russian.duration(durationMs))).toBe(inRussian);
});

test('I1: clocks, shares, languages and dates', () => {
  expect(english.clock(247_000)).toBe('4:07');
  expect(english.clock(3_909_000)).toBe('1:05:09');
  expect(plain(russian.percent(0.42))).toBe('42 %');
  expect(russian.rate(1.25)).toBe('1,25×');
  expect(russian.language('en')).toBe('английский');
  expect(english.list(['English', 'Russian'])).toBe('English and Russian');
  expect(plain(russian.date('2026-03-12T12:00:00Z'))).toBe('12 марта 2026 г.');
});
