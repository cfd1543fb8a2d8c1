import { describe, expect, it, onTestFinished } from 'vitest';
import { DeviceId, SessionId } from '../../contract/domain/ids.ts';
import { openDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';
import { createSessionStore, type StoredSession } from '../sessions/session-store.ts';
import { handClock, temporaryFolder } from '../test-support/test-service.ts';
import { createAccountStore } from './account-store.ts';
import { createAttempts } from './attempts.ts';
import { createCredentials } from './credentials.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createProof } from './proof.ts';

const password = 'the-first-password';
const person = { name: 'Anna', email: 'anna@example.com', birthDate: '1990-05-17' };

/** Real parts on a real database; `meanwhile` runs while a password is being compared. */
async function credentialsWith(meanwhile: (end: () => void, erase: () => void) => void) {
  const database = openDatabase(await temporaryFolder());
  onTestFinished(() => void database.close());
  const clock = handClock();
  const nowMs = clock.nowMs();
  const real = createPasswords(2 ** 10);
  const store = createAccountStore(database);
  const consent = { guardianConfirmed: false, acceptedTermsVersion: '2026-01' };
  const account = store.insert({ ...person, ...consent }, await real.hash(password), nowMs);
  if (account === 'email-taken') throw new Error('the database was not empty');
  const sessions = createSessionStore(database);
  const caller: StoredSession = {
    id: SessionId.parse('s-1'),
    accountId: account.id,
    device: { id: DeviceId.parse('d-1'), name: 'Laptop', platform: 'linux' },
    remembered: true,
    generation: 1,
    createdAtMs: nowMs,
    lastSeenAtMs: nowMs,
    endedAtMs: null,
    endedRemotely: false,
  };
  sessions.insert(caller);
  const passwords: Passwords = {
    ...real,
    async matches(typed, stored) {
      const right = await real.matches(typed, stored);
      meanwhile(
        () => sessions.end(caller.id, nowMs, 'remotely'),
        () => store.delete(account.id),
      );
      return right;
    },
  };
  const proof = createProof({ store, passwords, attempts: createAttempts(database, clock, Buffer.alloc(32, 7)) });
  const forgetDeleted = () => {};
  const credentials = createCredentials({ database, store, passwords, proof, sessions, clock, forgetDeleted });
  const kindOf = (error: unknown) => (error instanceof ServiceProblem ? error.kind : error);
  const changes = {
    password: () => credentials.changePassword(caller, { currentPassword: password, newPassword: 'x'.repeat(10) }, ''),
    'e-mail': () => credentials.changeEmail(caller, { email: 'new@example.com', password }, ''),
  };
  const outcomeOf = (change: keyof typeof changes) => changes[change]().then(() => 'changed', kindOf);
  return { outcomeOf, kept: () => [store.get(account.id)?.email, store.passwordOf(account.id)] };
}

describe('what happens while a password is compared', () => {
  it.each(['password', 'e-mail'] as const)('A8: a computer signed out meanwhile changes no %s', async (change) => {
    const { outcomeOf, kept } = await credentialsWith((end) => end());
    const before = kept();
    expect(await outcomeOf(change)).toBe('session-ended');
    expect(kept()).toEqual(before);
  });

  it.each(['password', 'e-mail'] as const)('A1: an account erased meanwhile has no %s to change', async (change) => {
    const { outcomeOf, kept } = await credentialsWith((_end, erase) => erase());
    expect(await outcomeOf(change)).toBe('wrong-credentials');
    expect(kept()).toEqual([undefined, null]);
  });

  it.each(['password', 'e-mail'] as const)('A1: with nothing in between, the %s is changed', async (change) => {
    const { outcomeOf } = await credentialsWith(() => {});
    expect(await outcomeOf(change)).toBe('changed');
  });
});
