import { describe, expect, it } from 'vitest';
import { appErrorCodes, done, fail } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import type { ServiceApi } from '../../ports.ts';
import { createConnection, watched } from './connection.ts';

function rig(probe: () => Promise<Result<null>> = () => Promise.resolve(fail('service-unreachable'))) {
  const clock = createFakeClock();
  const changes: boolean[] = [];
  const connection = createConnection({ clock, probe, onChange: (online) => changes.push(online) });
  return { clock, changes, connection };
}

describe('A5: online and offline', () => {
  const keepsOnline = [
    'wrong-credentials',
    'too-many-attempts',
    'email-taken',
    'guardian-required',
    'terms-outdated',
    'session-ended',
    'erase-requested',
    'account-erased',
    'minor-eliminated',
    'not-allowed',
    'restricted',
    'not-found',
    'changed-at-service',
    'digest-mismatch',
    'not-sent',
    'cancelled',
    'signed-out',
    'disk-full',
    'disk-failed',
    'folder-read-only',
  ];
  it.each(appErrorCodes.map((code) => [code, keepsOnline.includes(code)] as const))(
    'A5: after %s online is %s',
    (code, online) => {
      const { connection } = rig();
      connection.report(fail(code));
      expect(connection.isOnline()).toBe(online);
    },
  );
  it('A5: asks again by itself, ever more rarely, and tells when the service is back', async () => {
    let answer: Result<null> = fail('service-unreachable');
    let asked = 0;
    const { clock, changes, connection } = rig(() => {
      asked += 1;
      return Promise.resolve(answer);
    });
    connection.report(fail('service-unreachable'));
    for (const waitMs of [3000, 6000, 12_000]) {
      expect(clock.pendingMs()).toEqual([waitMs]);
      clock.advance(waitMs);
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(asked).toBe(3);
    answer = done;
    clock.advance(60_000);
    await Promise.resolve();
    await Promise.resolve();
    expect(changes).toEqual([false, true]);
    expect(clock.pendingMs()).toEqual([]);
  });
  it('A5: a stopped connection asks nothing', () => {
    const { clock, connection } = rig();
    connection.report(fail('service-unreachable'));
    connection.stop();
    expect(clock.pendingMs()).toEqual([]);
  });
  it('A5: the answer of every call but the probe is reported, and handed on as it is', async () => {
    const answer = Promise.resolve(fail('service-unreachable'));
    const silent = new Proxy({}, { get: () => () => answer }) as ServiceApi;
    const reported: unknown[] = [];
    const { probe, ...calls } = watched(silent, (result) => reported.push(result));
    const names = Object.keys(calls);
    expect(names).toEqual(expect.arrayContaining(['createAccount', 'changePassword', 'changeEmail', 'terms']));
    for (const call of Object.values(calls) as (() => Promise<unknown>)[]) expect(await call()).toBe(await answer);
    expect(reported).toEqual(names.map(() => fail('service-unreachable')));
    await probe();
    expect(reported.length).toBe(names.length);
  });
});
