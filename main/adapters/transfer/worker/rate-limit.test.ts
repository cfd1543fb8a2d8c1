import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../../tests/fakes/fake-clock.ts';
import { createRateLimit } from './rate-limit.ts';

const never = new AbortController().signal;

/** A line that brings `pieceBytes` at a time as fast as it is taken. */
function takeAll(limit: ReturnType<typeof createRateLimit>, pieceBytes: number, signal = never): () => number {
  let takenBytes = 0;
  const go = async (): Promise<void> => {
    while (!signal.aborted) {
      const turn = limit.take(pieceBytes, signal);
      if (turn === null) return;
      await turn;
      takenBytes += pieceBytes;
    }
  };
  void go();
  return () => takenBytes;
}

async function pass(clock: ReturnType<typeof createFakeClock>, ms: number): Promise<void> {
  for (let step = 0; step < ms; step += 10) {
    clock.advance(10);
    for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
  }
}

describe('D5: the limit of all downloads together', () => {
  it('D5: without one there is nothing to wait for', () => {
    expect(createRateLimit(createFakeClock()).take(1e9, never)).toBeNull();
  });

  it('D5: over seconds it is met to a few parts in a hundred', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock);
    limit.set(500_000);
    const taken = takeAll(limit, 16_384);
    await pass(clock, 4000);
    expect(taken()).toBeGreaterThan(1_900_000);
    expect(taken()).toBeLessThan(2_100_000);
  });

  it('D5: several jobs share it evenly', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock);
    limit.set(300_000);
    const each = [takeAll(limit, 10_000), takeAll(limit, 10_000), takeAll(limit, 10_000)];
    await pass(clock, 3000);
    for (const taken of each) {
      expect(taken()).toBeGreaterThan(270_000);
      expect(taken()).toBeLessThan(330_000);
    }
  });

  it('D5: a piece larger than a second passes, and is paid for before the next', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock);
    limit.set(16_384);
    const taken = takeAll(limit, 65_536);
    await pass(clock, 3900);
    expect(taken()).toBe(65_536);
    await pass(clock, 300);
    expect(taken()).toBe(131_072);
  });

  it('D5: a new limit holds at once, for those who wait too, and none lets everybody go', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock);
    limit.set(1000);
    const taken = takeAll(limit, 10_000);
    await pass(clock, 1000);
    expect(taken()).toBe(10_000);
    limit.set(100_000);
    await pass(clock, 1000);
    expect(taken()).toBeGreaterThan(90_000);
    limit.set(null);
    await pass(clock, 10);
    expect(limit.take(1, never)).toBeNull();
    expect(clock.pendingMs()).toEqual([]);
  });

  it('D5: who is called off waits no longer and keeps nobody waiting', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock);
    limit.set(1000);
    const abort = new AbortController();
    await limit.take(1000, never);
    const waiting = limit.take(1_000_000, abort.signal);
    const next = takeAll(limit, 500);
    abort.abort();
    await waiting;
    await pass(clock, 1100);
    expect(next()).toBe(500);
  });

  it('D5: what was not used is not saved up', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock);
    limit.set(100_000);
    await pass(clock, 60_000);
    const taken = takeAll(limit, 1000);
    await pass(clock, 1000);
    expect(taken()).toBeLessThan(115_000);
  });
});
