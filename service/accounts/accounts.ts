import type { AccountRecord, CreateAccountRequest, UpdateAccountRequest } from '../../contract/api/accounts.ts';
import type { Account } from '../../contract/api/sessions.ts';
import { judgeAge } from '../../contract/domain/age.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { AccountStore } from './account-store.ts';
import type { Attempts } from './attempts.ts';
import type { Passwords } from './passwords.ts';
import { termsInForce } from './terms.ts';

/** Who has an account and what is kept of them. Refusals are thrown as `ServiceProblem`. */
export interface Accounts {
  /**
   * `guardian-required` under 18 without a guardian's word, `terms-outdated` when other Terms than those in force were accepted: nothing is stored
   * then. `email-taken`; `bad-request` for a birth date that can be nobody's.
   */
  create(request: CreateAccountRequest, address: string): Promise<Account>;
  /** `session-ended` when the account is gone. */
  get(id: AccountId): AccountRecord;
  /** The former name is not kept. */
  update(id: AccountId, change: UpdateAccountRequest): Account;
  /** The former region is not kept. */
  setRegion(id: AccountId, region: string | null): void;
}

export interface AccountsDeps {
  readonly store: AccountStore;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly clock: Clock;
  /** Makes deleted rows unreadable on the disk. */
  forgetDeleted(): void;
}

/** Accounts on their store. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const { store, passwords, attempts, clock, forgetDeleted } = deps;

  function get(id: AccountId): AccountRecord {
    const account = store.get(id);
    if (account === null) throw new ServiceProblem('session-ended');
    return account;
  }

  return {
    get,
    async create(request, address) {
      const name = trimmedName(request.name);
      const age = judgeAge(request.birthDate, clock.nowMs());
      if (age === 'impossible') throw new ServiceProblem('bad-request', { detail: 'body.birthDate: out_of_range' });
      if (age === 'minor' && !request.guardianConfirmed) throw new ServiceProblem('guardian-required');
      if (request.acceptedTermsVersion !== termsInForce.version) throw new ServiceProblem('terms-outdated');
      // Creating is limited like guessing, and not taken back: it would tell which e-mails have an account.
      attempts.begin([{ kind: 'address', value: address }]);
      const account = store.insert({ ...request, name }, await passwords.hash(request.password), clock.nowMs());
      if (account === 'email-taken') throw new ServiceProblem('email-taken');
      return account;
    },
    update(id, change) {
      const { email } = get(id);
      const name = trimmedName(change.name);
      store.setName(id, name);
      forgetDeleted();
      return { id, name, email };
    },
    setRegion(id, region) {
      store.setRegion(get(id).id, region);
      forgetDeleted();
    },
  };
}

/** A name of spaces alone is none. */
function trimmedName(text: string): string {
  const name = text.trim();
  if (name === '') throw new ServiceProblem('bad-request', { detail: 'body.name: too_small' });
  return name;
}
