/* oxlint-disable no-restricted-imports -- a test that reads stylesheets, which Vitest would hand over empty. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const room = join(import.meta.dirname, '..');
const read = (ending: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(ending) && !path.startsWith('dev') && !path.includes('.test.'))
      .map((path) => [path, readFileSync(join(room, path), 'utf8')]),
  );
const sheets = read('.css');
const components = read('.tsx');
const css = sheets[join('ui', 'tokens.css')] ?? '';
const base = css.slice(0, css.indexOf('@media'));

/** The value of a token in one theme, as #rrggbb. */
function token(name: string, theme: 'light' | 'dark'): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`, 'u').exec(base)?.[1] ?? '';
  const colours = value.match(/#[0-9a-f]{6}/gu) ?? [];
  const colour = (theme === 'light' ? colours[0] : colours[1]) ?? colours[0];
  if (colour === undefined) throw new Error(`no colour in --${name}`);
  return colour;
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'shelf', 'sheet', 'hover', 'pressed'];
const text = [
  ...['ink', 'ink-soft'].flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ...['paper', 'shelf', 'sheet'].map((ground) => ['ink-faint', ground] as const),
  ['ink-faint', 'cover-blank'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['brick-ink', 'brick'],
  ['brick-ink', 'brick-hover'],
  ['brick', 'paper'],
  ['ink-soft', 'amber-paper'],
  ['ink-soft', 'brick-paper'],
  ['stage-ink', 'stage'],
  ['stage-soft', 'stage'],
  ['stage-soft', 'stage-panel'],
  ...['ink', 'yellow', 'green', 'blue'].map((ink) => [`caption-${ink}`, 'caption-paper-solid'] as const),
  ['stage-found-ink', 'stage-found'],
  ['found-ink', 'found'],
] as const;
const marks = [
  ...['paper', 'shelf', 'sheet'].flatMap((ground) => [['mark', ground] as const, ['accent', ground] as const]),
  ['amber', 'amber-paper'],
  ['brick', 'brick-paper'],
  ['accent', 'accent-track'],
  ['mark', 'accent-track'],
] as const;

for (const theme of ['light', 'dark'] as const) {
  test.each(text)(`I2: %s on %s is readable text in the ${theme} theme`, (ink, ground) => {
    expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(marks)(`I2: %s on %s is a visible mark in the ${theme} theme`, (mark, ground) => {
    const least = mark === 'mark' && ground === 'accent-track' ? 2 : 3;
    expect(contrast(token(mark, theme), token(ground, theme))).toBeGreaterThanOrEqual(least);
  });
}

test('I2: no file but the tokens names a colour', () => {
  const others = Object.entries(sheets).filter(([path]) => path !== join('ui', 'tokens.css'));
  expect(others.length).toBeGreaterThan(10);
  const colour = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)\(/iu;
  expect(others.filter(([, words]) => words === '' || colour.test(words)).map(([path]) => path)).toEqual([]);
});

test('I2: every class a component asks for is in its stylesheet', () => {
  expect(Object.keys(components).length).toBeGreaterThan(20);
  const missing = Object.entries(components).flatMap(([path, code]) => {
    const sheet = /import css from '\.\/([^']+)'/u.exec(code)?.[1];
    if (sheet === undefined) return [];
    const rules = sheets[path.replace(/[^/\\]+$/u, sheet)] ?? '';
    return [...code.matchAll(/\bcss\.(\w+)/gu)]
      .map(([, name = '']) => name)
      .filter((name) => !new RegExp(`\\.${name}\\b`, 'u').test(rules))
      .map((name) => `${path}: .${name}`);
  });
  expect(missing).toEqual([]);
});
