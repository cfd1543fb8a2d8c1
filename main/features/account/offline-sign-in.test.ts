import { describe, expect, it } from 'vitest';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { appErrorCodes, fail, ok } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import type { AccountKeys, Keyring } from '../../ports.ts';
import { createOfflineSignIn, serviceWasSilent } from './offline-sign-in.ts';
import { createWrongAttempts, delayAfterMs } from './wrong-attempts.ts';

const [anna, ilya] = [LocalAccountId.parse('a'.repeat(32)), LocalAccountId.parse('b'.repeat(32))];
const keysOf = (id: string): AccountKeys => {
  const key = new Uint8Array(32).fill(id.charCodeAt(0));
  return { dataKey: key, libraryKey: key, mediaKey: key };
};

/** Two people who chose the same password: the address tells them apart. */
function rig() {
  const clock = createFakeClock();
  let guesses = 0;
  const keyring = {
    exists: () => Promise.resolve(true),
    openWithPassword: (id: string, password: string) => {
      guesses += 1;
      const owner = { name: id, email: id === anna ? 'anna@example.org' : 'ilya@example.org' };
      return Promise.resolve(password === 'right' ? ok({ keys: keysOf(id), owner }) : fail('keyring-locked'));
    },
  } as unknown as Keyring;
  const attempts = createWrongAttempts(clock);
  const offline = createOfflineSignIn({ keyring, attempts, kept: () => [anna, ilya] });
  return { clock, guesses: () => guesses, offline };
}

describe('A4: signing in without a network', () => {
  it('A4: opens the account that both the password and the address belong to', async () => {
    const { offline } = rig();
    expect(await offline.open(' Ilya@Example.org ', 'right')).toMatchObject({ ok: true, value: { id: ilya } });
    expect(await offline.open('anna@example.org', 'right')).toMatchObject({ ok: true, value: { id: anna } });
  });
  it('A4: a wrong password and an unknown address are refused in the same words', async () => {
    const { offline } = rig();
    expect(await offline.open('anna@example.org', 'wrong')).toEqual(fail('offline-refused'));
    expect(await offline.open('nobody@example.org', 'right')).toEqual(fail('offline-refused'));
  });
  it('A4: after the third wrong one there is a growing wait, during which nothing is tried; a right one ends it', async () => {
    const { offline, clock, guesses } = rig();
    for (let attempt = 0; attempt < 3; attempt += 1) await offline.open('anna@example.org', 'wrong');
    const before = guesses();
    expect(await offline.open('anna@example.org', 'right')).toEqual(fail('too-many-attempts', 15_000));
    expect(guesses()).toBe(before);
    clock.advance(15_000);
    expect(await offline.open('anna@example.org', 'wrong')).toEqual(fail('offline-refused'));
    clock.advance(29_000);
    expect(await offline.open('anna@example.org', 'right')).toEqual(fail('too-many-attempts', 1000));
    clock.advance(1000);
    expect(await offline.open('anna@example.org', 'right')).toMatchObject({ ok: true });
    expect(await offline.open('anna@example.org', 'wrong')).toEqual(fail('offline-refused'));
  });
  it('A4: one profile is opened with its password alone; wrong ones wait as well, and count together', async () => {
    const { offline, clock } = rig();
    expect(await offline.unlock(anna, 'right')).toMatchObject({ ok: true, value: { id: anna } });
    for (let attempt = 0; attempt < 2; attempt += 1)
      expect(await offline.unlock(anna, 'wrong')).toEqual(fail('wrong-password'));
    expect(await offline.open('anna@example.org', 'wrong')).toEqual(fail('offline-refused'));
    expect(await offline.unlock(ilya, 'right')).toEqual(fail('too-many-attempts', 15_000));
    clock.advance(15_000);
    expect(await offline.unlock(ilya, 'right')).toMatchObject({ ok: true });
  });
  it('A4: the wait doubles up to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 100].map(delayAfterMs)).toEqual([0, 0, 0, 15_000, 30_000, 60_000, 120_000, 900_000]);
  });
  it.each(
    appErrorCodes.map(
      (code) => [code, ['service-unreachable', 'service-failed', 'service-nonsense'].includes(code)] as const,
    ),
  )('A5: after %s the service was silent: %s', (code, silent) => {
    expect(serviceWasSilent(code)).toBe(silent);
  });
});
