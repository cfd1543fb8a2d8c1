import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';
import { handClock, temporaryFolder } from '../test-support/test-service.ts';
import { createAccountStore } from './account-store.ts';
import { createAttempts } from './attempts.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createProof } from './proof.ts';

const person = { name: 'Anna', email: 'anna@example.com', birthDate: '1990-05-17' };
const password = 'the-first-password';

/** A proof during which something happens: after the password was found right, before the proof goes on. */
async function proofDuring(happening: (parts: Awaited<ReturnType<typeof accountOfAnna>>) => void, cost = 2 ** 10) {
  const parts = await accountOfAnna();
  const { store, attempts } = parts;
  const today = createPasswords(cost);
  const passwords: Passwords = {
    ...today,
    async matches(typed, stored) {
      const right = await today.matches(typed, stored);
      happening(parts);
      return right;
    },
  };
  const proof = createProof({ store, passwords, attempts });
  const outcome = await proof.of(person.email, password, '127.0.0.1').then(
    ({ account }) => account.email,
    (error: unknown) => (error instanceof ServiceProblem ? error.kind : error),
  );
  return { ...parts, outcome };
}

async function accountOfAnna() {
  const database = openDatabase(await temporaryFolder());
  onTestFinished(() => void database.close());
  const clock = handClock();
  const store = createAccountStore(database);
  const passwords = createPasswords(2 ** 10);
  const [first, second] = [await passwords.hash(password), await passwords.hash('the-second-password')];
  const account = store.insert(
    { ...person, guardianConfirmed: false, acceptedTermsVersion: '2026-01' },
    first,
    clock.nowMs(),
  );
  if (account === 'email-taken') throw new Error('the database was not empty');
  return { store, account, first, second, attempts: createAttempts(database, clock, Buffer.alloc(32, 7)) };
}

describe('proof by e-mail and password', () => {
  it('A1: is given when nothing happens meanwhile', async () => {
    expect((await proofDuring(() => {})).outcome).toBe(person.email);
  });

  it.each([2 ** 10, 2 ** 11])(
    'A1: is refused when the password was changed while it was compared, and the change stays (cost %d)',
    async (cost) => {
      const { outcome, store, account, second } = await proofDuring(
        ({ store, account, first, second }) => void store.replacePassword(account.id, first, second),
        cost,
      );
      expect(outcome).toBe('wrong-credentials');
      expect(store.passwordOf(account.id)).toEqual(second);
    },
  );

  it.each([2 ** 10, 2 ** 11])('A1: is refused when the account was erased meanwhile (cost %d)', async (cost) => {
    const { outcome } = await proofDuring(({ store, account }) => store.delete(account.id), cost);
    expect(outcome).toBe('wrong-credentials');
  });

  it('A1: a former password replaces nothing', async () => {
    const { store, account, first, second } = await accountOfAnna();
    expect(store.replacePassword(account.id, second, second)).toBe(false);
    expect(store.passwordOf(account.id)).toEqual(first);
  });
});
