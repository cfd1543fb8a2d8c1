import { expect, it } from 'vitest';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createMoments } from './moments.ts';

const dayMs = 86_400_000;

it('D9: this computer’s clock raises the latest moment, and is kept only when that is worth a write', () => {
  const clock = createFakeClock(1_000_000);
  const moments = createMoments(clock, { serviceMs: 1_000_000, latestMs: 1_000_000 });
  clock.advance(59_000);
  expect(moments.look()).toBeNull();
  expect(moments.latestMs()).toBe(1_059_000);
  clock.advance(1000);
  expect(moments.look()).toBe(1_060_000);
  clock.turn(-30_000);
  expect(moments.look()).toBeNull();
  expect(moments.latestMs()).toBe(1_060_000);
});

it('D9: what the service says counts, backwards too, and from then on its time goes on here', () => {
  const clock = createFakeClock(100 * dayMs);
  const moments = createMoments(clock, { serviceMs: dayMs, latestMs: 100 * dayMs });
  moments.serviceSays(2 * dayMs);
  expect([moments.nowMs(), moments.latestMs()]).toEqual([2 * dayMs, 2 * dayMs]);
  clock.advance(dayMs);
  expect(moments.look()).toBe(3 * dayMs);
  clock.turn(-50 * dayMs);
  expect(moments.nowMs()).toBe(-47 * dayMs);
  expect(moments.latestMs()).toBe(3 * dayMs);
});

it('D9: before the service was heard nothing is remembered', () => {
  const moments = createMoments(createFakeClock(), { serviceMs: null, latestMs: null });
  expect(moments.look()).toBeNull();
  expect(moments.latestMs()).toBeNull();
});

it('D7 D9: for what must not come too early a clock that stands back or leaps a year is not believed, and time never goes back', () => {
  const clock = createFakeClock(100 * dayMs);
  const moments = createMoments(clock, { serviceMs: 90 * dayMs, latestMs: 95 * dayMs });
  expect(moments.believed()).toEqual({ nowMs: 100 * dayMs, isBelieved: true });
  clock.turn(-20 * dayMs);
  expect(moments.believed()).toEqual({ nowMs: 95 * dayMs, isBelieved: false });
  clock.turn(400 * dayMs);
  expect(moments.believed().isBelieved).toBe(false);
  moments.serviceSays(101 * dayMs);
  expect(moments.believed()).toEqual({ nowMs: 101 * dayMs, isBelieved: true });
});
