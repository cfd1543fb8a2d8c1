import { expect, test } from 'vitest';
import { appErrorCodes } from '../../contract/result.ts';
import en from './en.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };
const flat = (tree: Tree, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  );
const english = new Map(flat(en));
const russian = new Map(flat(ru));
const pluralEnding = /_(zero|one|two|few|many|other)$/u;
const stem = (key: string): string => key.replace(pluralEnding, '');
const stems = (catalogue: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...catalogue.keys()].map(stem))].toSorted();
const plurals = (catalogue: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...catalogue.keys()].filter((key) => pluralEnding.test(key)).map(stem))].toSorted();
const holes = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? '');

/** Every source file that ships, in one string. */
const files: Readonly<Record<string, string>> = import.meta.glob(
  ['../{app,features,ui,lib}/**/*.{ts,tsx}', '!../**/*.test.*', '!../lib/testing/**'],
  { query: '?raw', import: 'default', eager: true },
);
const source = Object.values(files).join('\n');

test('I1: English and Russian have the same keys', () => {
  expect(stems(russian)).toEqual(stems(english));
  expect(plurals(russian)).toEqual(plurals(english));
});

test('I1: every plural has all the forms of its language', () => {
  const forms = (catalogue: ReadonlyMap<string, string>, names: readonly string[]): readonly string[] =>
    plurals(english).flatMap((key) => names.map((name) => `${key}_${name}`).filter((form) => !catalogue.has(form)));
  expect(forms(english, ['one', 'other'])).toEqual([]);
  expect(forms(russian, ['one', 'few', 'many', 'other'])).toEqual([]);
});

test('I1: a message takes the same values in both languages', () => {
  const of = (text: string): string => [...new Set(holes(text))].toSorted().join();
  const different = [...russian].filter(([key, text]) => {
    const other = english.get(key) ?? english.get(`${stem(key)}_other`) ?? '';
    return of(text) !== of(other);
  });
  expect(different).toEqual([]);
});

test('I1: no key is unused, none is missing', () => {
  const literal = new Set([...source.matchAll(/'([a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+)'/gu)].map((match) => match[1]));
  const patterns = [...source.matchAll(/t\(\s*`([^`]+)`/gu)].map(
    (match) => new RegExp(`^${(match[1] ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/gu, '[^.]+')}$`, 'u'),
  );
  const used = (key: string): boolean => literal.has(key) || patterns.some((pattern) => pattern.test(key));
  expect(stems(english).filter((key) => !used(key))).toEqual([]);
  const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/gu)].map((match) => match[1] ?? '');
  expect(asked.filter((key) => !stems(english).includes(key))).toEqual([]);
});

test('I1: every error says what happened and what to do, in both languages', () => {
  const wrong = appErrorCodes.flatMap((code) =>
    [english, russian]
      .filter((catalogue) => {
        const title = catalogue.get(`errors.${code}.title`) ?? '';
        const body = catalogue.get(`errors.${code}.body`) ?? '';
        return title === '' || /[.!]$/u.test(title) || !body.endsWith('.');
      })
      .map(() => code),
  );
  expect(wrong).toEqual([]);
});

test('I1: no English word is left in Russian but names', () => {
  const names = new Set([
    'cookie',
    'LECTOROOM',
    'Electron',
    'English',
    'Windows',
    'macOS',
    'Linux',
    'YouTube',
    'VLC',
    'Markdown',
    'PNG',
    'CSV',
    'cookie',
    'JSON',
    'ZIP',
    'Zip',
    'Keka',
    'AES',
    'SHA',
    'UTC',
    'p',
  ]);
  const left = [...russian].filter(([, text]) =>
    (text.replaceAll(/\{\{\w+\}\}/gu, '').match(/[A-Za-z]+/gu) ?? []).some((word) => !names.has(word)),
  );
  expect(left).toEqual([]);
});

test('I1: Russian says «вы» in lower case and writes ё', () => {
  const polite = /(?<=[а-яё,] )В(?:ы|ам|ас|аш\S*)(?![а-яё])/u;
  const withoutYo = /(?<![а-яё])(?:еще|вперед|ее|свое|все еще)(?![а-яё])/iu;
  expect([...russian.values()].filter((text) => polite.test(text) || withoutYo.test(text))).toEqual([]);
});
