import { expect, test } from 'vitest';
import { weekStart } from './week-start.ts';

test.each([
  ['en', 'en-GB', 1],
  ['en', 'en-US', 7],
  ['ru', 'ru-RU', 1],
  ['en', 'ru-RU', 7],
  ['ru', 'en-US', 1],
  ['en', 'en-!', 1],
])('E5: in %s on a system that speaks %s a week begins on day %i', (language, systemLanguage, first) => {
  expect(weekStart(language, systemLanguage)).toBe(first);
});
