import type { ChangeEmailRequest, ChangePasswordRequest } from '../../contract/api/accounts.ts';
import type { Account } from '../../contract/api/sessions.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { SessionStore, StoredSession } from '../sessions/session-store.ts';
import type { AccountStore } from './account-store.ts';
import type { Passwords } from './passwords.ts';
import type { Proof } from './proof.ts';

/** What a person signs in with, changed only by who knows the password. Refusals are thrown as `ServiceProblem`. */
export interface Credentials {
  /** `wrong-credentials`, `too-many-attempts`. Every other session of the account ends; what those computers keep, and their device secrets, stay. */
  changePassword(caller: StoredSession, request: ChangePasswordRequest, address: string): Promise<void>;
  /** `wrong-credentials`, `too-many-attempts`, `email-taken`; the former e-mail is not kept. */
  changeEmail(caller: StoredSession, request: ChangeEmailRequest, address: string): Promise<Account>;
}

export interface CredentialsDeps {
  readonly database: ServiceDatabase;
  readonly store: AccountStore;
  readonly passwords: Passwords;
  readonly proof: Proof;
  readonly sessions: SessionStore;
  readonly clock: Clock;
  /** Makes what was overwritten (former hashes and e-mails) unreadable on the disk. */
  forgetDeleted(): void;
}

/** Credentials on the accounts' and sessions' stores; each change is one transaction. */
export function createCredentials(deps: CredentialsDeps): Credentials {
  const { database, store, passwords, proof, sessions, clock, forgetDeleted } = deps;

  function currentEmail(id: AccountId): string {
    const account = store.get(id);
    if (account === null) throw new ServiceProblem('session-ended');
    return account.email;
  }

  /** Hashing takes a while: a session that was ended meanwhile changes nothing any more. */
  function refuseIfEnded(caller: StoredSession): void {
    if (sessions.get(caller.id)?.endedAtMs !== null) throw new ServiceProblem('session-ended');
  }

  return {
    async changePassword(caller, { currentPassword, newPassword }, address) {
      const { account, password } = await proof.of(currentEmail(caller.accountId), currentPassword, address);
      const next = await passwords.hash(newPassword);
      const change = database.transaction(() => {
        refuseIfEnded(caller);
        if (!store.replacePassword(account.id, password, next)) throw new ServiceProblem('wrong-credentials');
        // Ended as if by themselves, not as signed out from here: nobody asked those computers to erase anything.
        for (const { id } of sessions.listActive(account.id)) {
          if (id !== caller.id) sessions.end(id, clock.nowMs(), 'here');
        }
      });
      change.immediate();
      forgetDeleted();
    },
    async changeEmail(caller, { email, password }, address) {
      await proof.of(currentEmail(caller.accountId), password, address);
      const change = database.transaction(() => {
        refuseIfEnded(caller);
        if (store.setEmail(caller.accountId, email) === 'email-taken') throw new ServiceProblem('email-taken');
        return store.get(caller.accountId);
      });
      const account = change.immediate();
      forgetDeleted();
      if (account === null) throw new ServiceProblem('session-ended');
      return { id: account.id, name: account.name, email: account.email };
    },
  };
}
