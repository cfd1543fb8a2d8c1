import { expect, test } from 'vitest';
import type { LicenceView } from '../../contract/domain/licence.ts';
import { createI18n } from './i18n.ts';
import { isLicenceWorthSaying, licenceWords } from './licence-words.ts';

const english = createI18n('en').t;
const russian = createI18n('ru').t;
const left = (daysLeft: number): LicenceView => ({ kind: 'valid', daysLeft });

test.each<[LicenceView, boolean]>([
  [left(30), false],
  [left(15), false],
  [left(14), true],
  [left(1), true],
  [{ kind: 'expired' }, true],
  [{ kind: 'none' }, false],
  [{ kind: 'clock' }, false],
])('D9: whether %j is worth a word: %s', (licence, worth) => {
  expect(isLicenceWorthSaying(licence)).toBe(worth);
});

test.each<[LicenceView, string, string]>([
  [left(1), '1 day left offline', 'Без сети ещё 1 день'],
  [left(3), '3 days left offline', 'Без сети ещё 3 дня'],
  [left(12), '12 days left offline', 'Без сети ещё 12 дней'],
  [left(21), '21 days left offline', 'Без сети ещё 21 день'],
  [{ kind: 'expired' }, 'Licence has run out', 'Срок лицензии истёк'],
  [
    { kind: 'none' },
    'No licence yet: it comes when the service answers',
    'Лицензии ещё нет: она придёт, когда служба ответит',
  ],
  [{ kind: 'clock' }, 'This computer’s clock is wrong', 'Часы компьютера идут неверно'],
])('D9 I1: %j in both languages', (licence, inEnglish, inRussian) => {
  expect(licenceWords(licence, english)).toBe(inEnglish);
  expect(licenceWords(licence, russian)).toBe(inRussian);
});
