import { describe, expect, it } from 'vitest';
import type { UsageReport } from '../../../contract/api/usage.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { UsageDay } from '../../usage-ports.ts';
import { createUsage } from './usage.ts';

const dayMs = 86_400_000;

function scene() {
  const clock = createFakeClock(Date.parse('2026-03-12T22:00:00Z'));
  const world = { allowed: true, online: true, answer: done, kept: null as UsageDay | null };
  const told: UsageReport[] = [];
  const usage = createUsage({
    store: {
      note(day) {
        world.kept = { day, lectureCount: (world.kept?.day === day ? world.kept.lectureCount : 0) + 1 };
        return Promise.resolve(done);
      },
      before: (day) => Promise.resolve(ok(world.kept !== null && world.kept.day < day ? world.kept : null)),
      forget() {
        world.kept = null;
        return Promise.resolve(done);
      },
    },
    service: {
      reportUsage(body) {
        told.push(body);
        return Promise.resolve(world.answer);
      },
    },
    clock,
    log: createListLog(),
    facts: { appVersion: '1.0.0', platform: 'linux' },
    isOnline: () => world.online,
    isOpen: () => true,
    isAllowed: () => world.allowed,
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  async function play(times: number): Promise<void> {
    for (let count = 0; count < times; count += 1) {
      usage.played();
      await settle();
    }
  }
  return { clock, world, told, usage, play, settle };
}

describe('usage statistics', () => {
  it('F2 F3: a day is told once it is over, in three steps, and nothing but that', async () => {
    const { clock, world, told, usage, play, settle } = scene();
    await play(6);
    usage.wake();
    await settle();
    expect(told).toEqual([]);
    clock.advance(dayMs);
    usage.wake();
    await settle();
    expect(told).toEqual([{ appVersion: '1.0.0', platform: 'linux', day: '2026-03-12', lecturesPlayed: '6+' }]);
    expect(world.kept).toBeNull();
  });

  it('F2 F3: refused, nothing is counted, nothing is told, and what was there is forgotten', async () => {
    const { clock, world, told, usage, play, settle } = scene();
    await play(1);
    world.allowed = false;
    expect(await usage.withdrawn()).toEqual(ok(true));
    expect(await usage.withdrawn()).toEqual(ok(false));
    await play(3);
    expect(world.kept).toBeNull();
    clock.advance(dayMs);
    usage.wake();
    await settle();
    expect(told).toEqual([]);
  });

  it('F2: a service in trouble is left alone, and told when it is well', async () => {
    const { clock, world, told, usage, play, settle } = scene();
    await play(2);
    clock.advance(dayMs);
    world.answer = fail('service-failed');
    usage.wake();
    await settle();
    usage.wake();
    await settle();
    expect(told).toHaveLength(1);
    world.answer = done;
    clock.advance(60_000);
    await settle();
    expect(told.map(({ lecturesPlayed }) => lecturesPlayed)).toEqual(['1-5', '1-5']);
    expect(world.kept).toBeNull();
  });
});
