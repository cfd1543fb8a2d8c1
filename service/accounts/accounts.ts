import type { CreateAccountRequest, UpdateAccountRequest } from '../../contract/api/accounts.ts';
import type { Account } from '../../contract/api/sessions.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import { ServiceProblem } from '../http/problems.ts';
import { emailKey, type AccountStore } from './account-store.ts';
import { ageInYears } from './age.ts';
import type { Attempts } from './attempts.ts';
import type { Passwords } from './passwords.ts';

/** Who has an account and how they prove it. Refusals are thrown as `ServiceProblem`. */
export interface Accounts {
  /** `guardian-required` under 18 without a guardian's word: nothing is stored then. `email-taken`, `bad-request` for a birth date to come. */
  create(request: CreateAccountRequest, address: string): Promise<Account>;
  /** `wrong-credentials` alike for an unknown e-mail and a wrong password; `too-many-attempts`. */
  verify(email: string, password: string, address: string): Promise<Account>;
  /** `session-ended` when the account is gone. */
  get(id: AccountId): Account;
  update(id: AccountId, change: UpdateAccountRequest): Account;
  /** Erases the account and everything of it; `wrong-credentials` without the right password. */
  erase(id: AccountId, password: string, address: string): Promise<void>;
}

export interface AccountsDeps {
  readonly store: AccountStore;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly clock: Clock;
  /** Makes deleted rows unreadable on the disk. */
  forgetDeleted(): void;
}

const adultYears = 18;

/** Accounts on their store. */
export function createAccounts({ store, passwords, attempts, clock, forgetDeleted }: AccountsDeps): Accounts {
  function get(id: AccountId): Account {
    const account = store.get(id);
    if (account === null) throw new ServiceProblem('session-ended');
    return account;
  }

  async function verify(email: string, password: string, address: string): Promise<Account> {
    const takeBack = attempts.begin([
      { kind: 'email', value: emailKey(email) },
      { kind: 'address', value: address },
    ]);
    const found = store.findByEmail(email);
    if (!(await passwords.matches(password, found?.password ?? null)) || found === null) {
      throw new ServiceProblem('wrong-credentials');
    }
    takeBack();
    if (passwords.isOutdated(found.password)) store.setPassword(found.account.id, await passwords.hash(password));
    return found.account;
  }

  return {
    get,
    verify,
    async create(request, address) {
      const age = ageInYears(request.birthDate, clock.nowMs());
      if (age < 0 || age > 130) throw new ServiceProblem('bad-request', { detail: 'body.birthDate: out_of_range' });
      if (age < adultYears && !request.guardianConfirmed) throw new ServiceProblem('guardian-required');
      // Creating is limited like guessing, and not taken back: it would tell which e-mails have an account.
      attempts.begin([{ kind: 'address', value: address }]);
      const account = store.insert(request, await passwords.hash(request.password), clock.nowMs());
      if (account === 'email-taken') throw new ServiceProblem('email-taken');
      return account;
    },
    update(id, change) {
      const current = get(id);
      const next = { id, name: change.name ?? current.name, email: change.email ?? current.email };
      if (store.update(next) === 'email-taken') throw new ServiceProblem('email-taken');
      forgetDeleted();
      return get(id);
    },
    async erase(id, password, address) {
      await verify(get(id).email, password, address);
      store.delete(id);
      forgetDeleted();
    },
  };
}
