import { expect, it } from 'vitest';
import type { ConsentRecord } from '../../../contract/api/policies.ts';
import { done, fail } from '../../../contract/result.ts';
import type { AppErrorCode } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createFakeConsentStore } from '../../../tests/fakes/fake-consent-store.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import { createTelling } from './telling.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

async function scene() {
  const kept = createFakeConsentStore();
  const clock = createFakeClock();
  const world = { online: true, fault: null as AppErrorCode | null };
  const told: ConsentRecord[] = [];
  const telling = createTelling({
    store: kept.store,
    service: {
      tellConsent(record) {
        if (world.fault !== null) return Promise.resolve(fail(world.fault));
        told.push(record);
        return Promise.resolve(done);
      },
    },
    authorized: (call) => call('token'),
    clock,
    log: createListLog(),
    isOnline: () => world.online,
  });
  const add = (id: string, policyVersion: string | null) =>
    kept.store.append(
      'account',
      {
        id,
        ledger: 'account',
        policyVersion,
        policyTextSha256: null,
        language: 'en',
        appVersion: '1',
        options: [],
        action: 'choose',
        before: null,
        after: { functional: true, advertisement: false },
        decidedAt: '2026-03-12T10:00:00.000Z',
        carriedFrom: null,
      },
      false,
    );
  await add('one', null);
  await add('two', '2026-1');
  return { telling, world, told, clock, untold: kept.untold };
}

it('F5: decisions wait while there is no network, then are told in order, each once', async () => {
  const { telling, world, told, untold } = await scene();
  world.online = false;
  telling.wake();
  await settle();
  expect([told, untold.length]).toEqual([[], 2]);
  world.online = true;
  telling.wake();
  telling.wake();
  await settle();
  expect(
    told.map(({ id, policyVersion, functional, advertisement }) => [id, policyVersion, functional, advertisement]),
  ).toEqual([
    ['one', 'not-shown', true, false],
    ['two', '2026-1', true, false],
  ]);
  expect(untold).toEqual([]);
});

it('F5: a service in trouble is told later and later, a silent one soon, an account that is only being opened at once', async () => {
  const { telling, world, told, clock } = await scene();
  world.fault = 'service-failed';
  telling.wake();
  await settle();
  telling.wake();
  expect(clock.pendingMs()).toEqual([60_000]);
  clock.advance(60_000);
  await settle();
  expect(clock.pendingMs()).toEqual([120_000]);
  world.fault = 'service-unreachable';
  clock.advance(120_000);
  await settle();
  expect(clock.pendingMs()).toEqual([30_000]);
  world.fault = 'signed-out';
  clock.advance(30_000);
  await settle();
  expect(clock.pendingMs()).toEqual([500]);
  world.fault = null;
  clock.advance(500);
  await settle();
  expect([told.length, clock.pendingMs()]).toEqual([2, []]);
});

it('F5 A6: what waits for one account is not told for the next', async () => {
  const { telling, world, told, clock } = await scene();
  world.fault = 'service-failed';
  telling.wake();
  await settle();
  telling.close();
  world.fault = null;
  clock.advance(3_600_000);
  await settle();
  expect([told, clock.pendingMs()]).toEqual([[], []]);
});
