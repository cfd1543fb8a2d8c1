import { expect, it } from 'vitest';
import { isCompleted } from './completed.ts';

const durationMs = 100_000;

it.each([
  ['nine tenths with the end', [{ startMs: 10_000, endMs: 100_000 }], 0.9, true],
  ['nine tenths without the end', [{ startMs: 0, endMs: 94_000 }], 0.9, false],
  ['the end alone', [{ startMs: 96_000, endMs: 100_000 }], 0.9, false],
  ['a little less than asked for', [{ startMs: 12_000, endMs: 100_000 }], 0.9, false],
  ['eight tenths where that is enough', [{ startMs: 20_000, endMs: 100_000 }], 0.8, true],
  ['all but half a second at either edge', [{ startMs: 500, endMs: 99_500 }], 1, true],
  ['all but two seconds where all is asked for', [{ startMs: 2000, endMs: 100_000 }], 1, false],
  ['nothing', [], 0.8, false],
])('C2: %s', (_, watched, share, completed) => {
  expect(isCompleted(watched, durationMs, share)).toBe(completed);
});
