import { expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';

it.each([
  [['2026-03-12', 'Maps', 12], '2026-03-12,Maps,12\r\n'],
  [['a, b', 'say "so"'], '"a, b","say ""so"""\r\n'],
  [['two\nlines', 'a\r\nb'], '"two\nlines","a\r\nb"\r\n'],
  [['', ' ', 0], ', ,0\r\n'],
  [['Как считали облака'], 'Как считали облака\r\n'],
])('E5: %j is written as RFC 4180 says', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

it.each(['=1+1', '+7', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1'])(
  'E5: a title %j is words for a table program and no formula',
  (title) => {
    const [cell] = csvLine([title]).split('\r\n').slice(0, 1) as [string];
    expect(cell.startsWith("'") || cell.startsWith(`"'`)).toBe(true);
    expect(cell).toContain(title.split('\r')[0]);
  },
);

it('E5: a minus within a title, or a number, is left as it is', () => {
  expect(csvLine(['Bach - Händel', -1])).toBe('Bach - Händel,-1\r\n');
});
