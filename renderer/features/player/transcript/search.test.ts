import { array, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../lib/fold.ts';
import { indexTranscript } from './search.ts';

const cues = [
  { startMs: 1000, endMs: 2000, text: 'Ещё одна ёлка' },
  { startMs: 3000, endMs: 4000, text: 'и ещё одна —\nпоследняя' },
  { startMs: 5000, endMs: 6000, text: 'It’s “almost” over' },
];
const marked = (query: string): readonly string[] =>
  [...indexTranscript(cues).find(query).marks].flatMap(([index, ranges]) =>
    ranges.map(({ from, to }) => `${String(index)}:${cues[index]?.text.slice(from, to) ?? ''}`),
  );

test('C4 I1: the search ignores case and «ё» and «е»', () => {
  expect(marked('ЕЩЕ')).toEqual(['0:Ещё', '1:ещё']);
  expect(marked('елка')).toEqual(['0:ёлка']);
  expect(marked('ЁЛКА')).toEqual(['0:ёлка']);
});

test('C4: quotes, dashes and line breaks are found as they are typed', () => {
  expect(marked('it\'s "almost"')).toEqual(['2:It’s “almost”']);
  expect(marked('одна - последняя')).toEqual(['1:одна —\nпоследняя']);
  expect(marked('  almost  ')).toEqual(['2:almost']);
});

test('C4: what runs on into the next caption is found, and marked in both', () => {
  const found = indexTranscript(cues).find('ёлка и ещё');
  expect(found.hits).toEqual([{ cueIndex: 0, startMs: 1000 }]);
  expect(marked('ёлка и ещё')).toEqual(['0:ёлка', '1:и ещё']);
});

test('C4: a line with several places is one hit with several marks', () => {
  expect(
    indexTranscript(cues)
      .find('о')
      .hits.map(({ cueIndex }) => cueIndex),
  ).toEqual([0, 1]);
  expect(marked('одна')).toEqual(['0:одна', '1:одна']);
});

test('C4: nothing is found by nothing', () => {
  for (const query of ['', '   ', 'zzz']) expect(indexTranscript(cues).find(query).hits).toEqual([]);
  expect(indexTranscript([]).find('x').hits).toEqual([]);
});

test('C4: folding keeps every sign at its place, and every line is found by its own words', () => {
  assert(
    property(array(string({ unit: 'grapheme' }), { maxLength: 6 }), (texts) => {
      const list = texts.map((text, index) => ({ startMs: index, endMs: index + 1, text }));
      for (const [index, { text }] of list.entries()) {
        expect(fold(text)).toHaveLength(text.length);
        const query = text.trim();
        if (fold(query).trim() === '' || / {2}|\s(?<! )/u.test(fold(query))) continue;
        expect(indexTranscript([list[index] ?? { startMs: 0, endMs: 1, text: '' }]).find(query).hits).toHaveLength(1);
      }
    }),
  );
});
