import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(project, 'docs', 'privacy.md'), 'utf8');

interface Line {
  readonly ids: readonly string[];
  readonly fact: string;
  readonly screen: string;
  readonly file: string;
  readonly title: string;
}

/** The lines of the table; rows that begin with a feature's id. */
function linesOf(markdown: string): readonly Line[] {
  return markdown
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /^[A-I]\d+(?: [A-I]\d+)*$/u.test(cells[1] ?? ''))
    .map(([, ids = '', fact = '', screen = '', file = '', title = '']) => ({
      ids: ids.split(' '),
      fact,
      screen,
      file,
      title,
    }));
}

/** What is wrong with a line; null: its test is there. */
function faultOf({ fact, screen, file, title }: Line, read: (path: string) => string | null): string | null {
  if (fact === '' || screen === '') return 'no fact or no screen';
  if (!/\.(?:test|spec)\.tsx?$/u.test(file)) return `${file} is no test`;
  const source = read(file);
  if (source === null) return `${file} is not there`;
  // Ids and a word at the least, so that no line is content with any test of its feature.
  if (!/^[A-I]\d+(?: [A-I]\d+)*: .{8,}/u.test(title)) return `"${title}" is no title`;
  return ["'", '`'].some((quote) => source.includes(quote + title)) ? null : `${file} has no test "${title}"`;
}

const read = (path: string): string | null => {
  const file = join(project, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

const demanded = (/^Features that must have a line: ([^.]+)\./mu.exec(page)?.[1] ?? '').split(' ');
const rights = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8'];

describe('docs/privacy.md', () => {
  it('F1 G1: each of its lines names a test that exists, under that very title', () => {
    const lines = linesOf(page);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.map((line) => faultOf(line, read)).filter((fault) => fault !== null)).toEqual([]);
  });

  it('F1 G1: every feature of privacy and every fact of the policy has a line', () => {
    expect(rights.filter((id) => !demanded.includes(id))).toEqual([]);
    expect(demanded.length).toBeGreaterThan(rights.length);
    const told = new Set(linesOf(page).flatMap(({ ids }) => ids));
    expect(demanded.filter((id) => !told.has(id))).toEqual([]);
  });

  it('F1 G1: a line without its test, its file, its fact or its title would be found', () => {
    const line = { ids: ['G1'], fact: 'a fact', screen: 'a screen', file: 'a.test.ts', title: 'G1: shows all of it' };
    const source = (): string => "it('G1: shows all of it, always', () => {";
    expect(faultOf(line, source)).toBeNull();
    const others = [
      { title: 'G1: shows all but it' },
      { title: 'G1: ' },
      { file: 'a.ts' },
      { fact: '' },
      { screen: '' },
    ];
    for (const part of others) expect(faultOf({ ...line, ...part }, source)).not.toBeNull();
    expect(faultOf(line, () => null)).toBe('a.test.ts is not there');
    expect(linesOf('| G1 F2 | a | b | c | d |\n| x | a |')).toHaveLength(1);
  });
});
