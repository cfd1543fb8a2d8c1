import { expect, test } from 'vitest';
import { restMs } from './finish-by.tsx';
import { createFrameClock } from './frame-clock.ts';
import { loopBack, nextStep, noLoop, stepLoop } from './loop.ts';
import { silenceEnd } from './skip-silence.ts';

test('C3: a loop is set by its two ends and cleared', () => {
  const a = stepLoop(noLoop, 'a', 10_000);
  expect([a, nextStep(a)]).toEqual([{ aMs: 10_000, bMs: null }, 'b']);
  const ab = stepLoop(a, 'b', 12_000);
  expect([ab, nextStep(ab)]).toEqual([{ aMs: 10_000, bMs: 12_000 }, 'clear']);
  expect(stepLoop(ab, 'clear', 11_000)).toEqual(noLoop);
  expect(nextStep(noLoop)).toBe('a');
});

test('C3: an end before the start begins the loop anew; an end without a start loops from the beginning', () => {
  expect(stepLoop({ aMs: 10_000, bMs: null }, 'b', 4000)).toEqual({ aMs: 4000, bMs: null });
  expect(stepLoop({ aMs: 10_000, bMs: 12_000 }, 'a', 13_000)).toEqual({ aMs: 13_000, bMs: null });
  expect(stepLoop({ aMs: 10_000, bMs: 12_000 }, 'a', 9000)).toEqual({ aMs: 9000, bMs: 12_000 });
  expect(stepLoop(noLoop, 'b', 5000)).toEqual({ aMs: 0, bMs: 5000 });
});

test('C3: the picture goes back at the end of the loop, but not from where a person went on purpose', () => {
  const loop = { aMs: 10_000, bMs: 12_000 };
  expect([11_999, 12_000, 13_400, 20_000].map((at) => loopBack(loop, at, 1))).toEqual([null, 10_000, 10_000, null]);
  expect(loopBack({ aMs: 1, bMs: null }, 50, 1)).toBeNull();
});

test('C3: over a silence the picture jumps to its end, or to the end of the loop; a last bit of it is let be', () => {
  const silences = [{ startMs: 5000, endMs: 9000 }];
  expect([4999, 5000, 8800, 9000].map((at) => silenceEnd(silences, at, noLoop))).toEqual([null, 9000, null, null]);
  expect(silenceEnd(silences, 5000, { aMs: 1000, bMs: 7000 })).toBe(7000);
});

test('C3: the rest of a lecture is counted at its speed and without the silences ahead', () => {
  const skipped = [
    { startMs: 0, endMs: 10_000 },
    { startMs: 60_000, endMs: 80_000 },
  ];
  expect(restMs({ positionMs: 40_000, rate: 2 }, 100_000, skipped)).toBe(20_000);
  expect(restMs({ positionMs: 40_000, rate: 1 }, 100_000, [])).toBe(60_000);
});

test('C3: a frame is as long as the pictures that were seen, 25 a second before the first', () => {
  const clock = createFrameClock();
  expect(clock.frameSeconds()).toBe(1 / 25);
  for (let index = 0; index < 10; index += 1) clock.shown(index, index / 60);
  expect(clock.frameSeconds()).toBeCloseTo(1 / 60, 5);
  // A picture left out, a seek, and a fast stretch in which every second picture is shown.
  clock.shown(30, 2);
  clock.shown(31, 50);
  for (let index = 32; index < 38; index += 1) clock.shown(index, 50 + (index - 31) / 30);
  expect(clock.frameSeconds()).toBeCloseTo(1 / 60, 5);
});
