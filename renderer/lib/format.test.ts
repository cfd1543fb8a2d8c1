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

test('A8 I1: how long ago something was', () => {
  const nowMs = new Date(2026, 2, 12, 2, 0).getTime();
  const hours = (count: number): number => nowMs - count * 3_600_000;
  const both = (timeMs: number): readonly string[] => [english, russian].map((each) => plain(each.ago(timeMs, nowMs)));
  expect(both(nowMs + 90_000)).toEqual(['just now', 'только что']);
  expect(both(nowMs - 59_000)).toEqual(['just now', 'только что']);
  expect(both(nowMs - 60_000)).toEqual(['1 minute ago', '1 минуту назад']);
  expect(both(nowMs - 5 * 60_000)).toEqual(['5 minutes ago', '5 минут назад']);
  expect(both(hours(3))).toEqual(['3 hours ago', '3 часа назад']);
  expect(both(hours(25))).toEqual(['yesterday', 'вчера']);
  // 30 hours before two at night is the evening of the day before yesterday.
  expect(both(hours(30))).toEqual(['2 days ago', 'позавчера']);
  expect(both(hours(24 * 21))).toEqual(['3 weeks ago', '3 недели назад']);
  expect(both(hours(24 * 100))).toEqual(['3 months ago', '3 месяца назад']);
  expect(both(hours(24 * 800))).toEqual(['2 years ago', '2 года назад']);
  expect(plain(english.moment(nowMs))).toMatch(/^March 12, 2026 at 2:00 AM$/u);
  expect(plain(russian.moment(nowMs))).toMatch(/^12 марта 2026 г\. в 02:00$/u);
});
