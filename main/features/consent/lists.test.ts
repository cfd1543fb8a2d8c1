import { expect, it } from 'vitest';
import { fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode } from '../../../contract/result.ts';
import { policy } from '../../../tests/fakes/consent-scene.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createFakeConsentStore } from '../../../tests/fakes/fake-consent-store.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import { createLists } from './lists.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const item = {
  name: 'lr_usage',
  kind: 'cookie',
  category: 'functional',
  purpose: { en: 'x', ru: 'x' },
  retentionDays: 30,
  reader: { en: 'x', ru: 'x' },
} as const;

function scene() {
  const kept = createFakeConsentStore();
  const clock = createFakeClock();
  const world = { online: true, fault: null as AppErrorCode | null, asked: 0, changes: 0 };
  const lists = createLists({
    store: kept.store,
    service: {
      policies() {
        world.asked += 1;
        return Promise.resolve(world.fault === null ? ok({ privacy: [policy] }) : fail(world.fault));
      },
      cookies: () => Promise.resolve(ok({ items: [item] })),
    },
    clock,
    log: createListLog(),
    isOnline: () => world.online,
    onChange() {
      world.changes += 1;
    },
  });
  return { lists, world, clock, kept };
}

it('F2 F5: what the service says of its policies and cookies is fetched, kept for when there is no network, and asked again in time', async () => {
  const { lists, world, clock, kept } = scene();
  lists.wake();
  lists.wake();
  await settle();
  expect(lists.item('lr_usage')).toEqual(item);
  expect(lists.item('__proto__')).toBeUndefined();
  expect(kept.world.lists).toEqual({ policies: [policy], items: [item] });
  expect([world.asked, world.changes]).toEqual([1, 1]);
  clock.advance(6 * 3_600_000);
  await settle();
  expect([world.asked, world.changes]).toEqual([2, 1]);
  lists.stop();
  clock.advance(24 * 3_600_000);
  await settle();
  expect(world.asked).toBe(2);
});

it('F2: without a network nothing is asked, and what was kept is there', async () => {
  const { lists, world, kept } = scene();
  kept.world.lists = { policies: [policy], items: [item] };
  world.online = false;
  await lists.load();
  lists.wake();
  await settle();
  expect([world.asked, lists.item('lr_usage'), lists.read().policies]).toEqual([0, item, [policy]]);
});

it('F2: a service in trouble is asked later and later, a silent one soon', async () => {
  const { lists, world, clock } = scene();
  world.fault = 'service-failed';
  lists.wake();
  await settle();
  lists.wake();
  clock.advance(60_000);
  await settle();
  expect(world.asked).toBe(2);
  world.fault = 'service-unreachable';
  clock.advance(120_000);
  await settle();
  expect(world.asked).toBe(3);
  world.fault = null;
  clock.advance(30_000);
  await settle();
  expect([world.asked, world.changes]).toEqual([4, 1]);
});
