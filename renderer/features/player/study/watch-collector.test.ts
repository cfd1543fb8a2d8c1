import { expect, test } from 'vitest';
import { createWatchCollector } from './watch-collector.ts';

/** Plays from a place to another at a speed, a tick every quarter of a second. */
function play(collector: ReturnType<typeof createWatchCollector>, fromMs: number, toMs: number, rate = 1): void {
  for (let atMs = fromMs; atMs <= toMs; atMs += 250 * rate) collector.advance(atMs, atMs / rate, rate);
}

test('C2: what plays is watched, and taking it twice gives nothing twice', () => {
  const collector = createWatchCollector();
  play(collector, 1000, 5000);
  expect(collector.take()).toEqual([{ startMs: 1000, endMs: 5000 }]);
  play(collector, 5250, 6000);
  expect(collector.take()).toEqual([{ startMs: 5000, endMs: 6000 }]);
  expect(collector.all()).toEqual([{ startMs: 1000, endMs: 6000 }]);
});

test('C2: a seek ends what was watched: what lies between was not', () => {
  const collector = createWatchCollector();
  play(collector, 0, 3000);
  collector.jump(60_000);
  play(collector, 60_000, 62_000);
  expect(collector.take()).toEqual([
    { startMs: 0, endMs: 3000 },
    { startMs: 60_000, endMs: 62_000 },
  ]);
});

test('C2: a jump that nobody told of is one all the same, backwards too', () => {
  const collector = createWatchCollector();
  collector.advance(0, 0, 1);
  collector.advance(250, 250, 1);
  collector.advance(60_000, 500, 1);
  collector.advance(60_250, 750, 1);
  collector.advance(30_000, 1000, 1);
  collector.advance(30_250, 1250, 1);
  expect(collector.take()).toEqual([
    { startMs: 0, endMs: 250 },
    { startMs: 30_000, endMs: 30_250 },
    { startMs: 60_000, endMs: 60_250 },
  ]);
});

test('C2: speed does not matter', () => {
  const collector = createWatchCollector();
  play(collector, 0, 40_000, 4);
  expect(collector.take()).toEqual([{ startMs: 0, endMs: 40_000 }]);
});

test('C2 C3: a silence that is skipped counts as watched; the seek after it does not', () => {
  const collector = createWatchCollector();
  play(collector, 0, 2000);
  collector.skipTo(8000);
  collector.jump(8000);
  play(collector, 8000, 9000);
  collector.jump(30_000);
  play(collector, 30_000, 31_000);
  expect(collector.take()).toEqual([
    { startMs: 0, endMs: 9000 },
    { startMs: 30_000, endMs: 31_000 },
  ]);
});

test('C2: what could not be kept is told again; what is cleared is not', () => {
  const collector = createWatchCollector();
  play(collector, 0, 2000);
  collector.pause();
  collector.giveBack(collector.take());
  expect(collector.take()).toEqual([{ startMs: 0, endMs: 2000 }]);
  collector.clear();
  expect([collector.take(), collector.all()]).toEqual([[], []]);
});
