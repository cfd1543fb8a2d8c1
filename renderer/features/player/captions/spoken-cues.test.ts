import { expect, test } from 'vitest';
import { createSpokenCues } from './spoken-cues.ts';

const cue = (startMs: number, endMs: number, text: string) => ({ startMs, endMs, text });
const cues = [cue(1000, 2000, 'one'), cue(2000, 3000, 'two'), cue(5000, 6000, 'three')];
const at = (positionMs: number, list = cues): readonly string[] =>
  createSpokenCues(list)(positionMs).map(({ text }) => text);

test.each([
  [0, []],
  [999, []],
  [1000, ['one']],
  [1999, ['one']],
  [2000, ['two']],
  [3000, []],
  [4999, []],
  [5000, ['three']],
  [6000, []],
])('C4: at %i ms %j is said', (positionMs, texts) => {
  expect(at(positionMs)).toEqual(texts);
});

test('C4: overlapping cues are said together, also one that lies within a long one', () => {
  const overlapping = [
    cue(0, 60_000, 'sign'),
    cue(1000, 3000, 'one'),
    cue(2000, 4000, 'two'),
    cue(50_000, 51_000, 'late'),
  ];
  expect(at(2500, overlapping)).toEqual(['sign', 'one', 'two']);
  expect(at(30_000, overlapping)).toEqual(['sign']);
  expect(at(50_500, overlapping)).toEqual(['sign', 'late']);
  expect(at(60_000, overlapping)).toEqual([]);
});

test('C4: as long as the same is said the answer is the same array', () => {
  const spokenAt = createSpokenCues(cues);
  expect(spokenAt(1200)).toBe(spokenAt(1800));
  expect(spokenAt(3500)).toBe(spokenAt(4000));
  expect(createSpokenCues([])(0)).toEqual([]);
});
