import type { Account } from '../../contract/api/sessions.ts';
import { ServiceProblem } from '../http/problems.ts';
import { emailKey, type AccountStore } from './account-store.ts';
import type { Attempts } from './attempts.ts';
import type { Passwords, StoredPassword } from './passwords.ts';

/** How a person shows that an account is theirs: e-mail and password, each try counted. */
export interface Proof {
  /** `wrong-credentials` alike for an unknown e-mail and a wrong password; `too-many-attempts`. */
  of(email: string, password: string, address: string): Promise<Proven>;
}

/** An account whose password was right, and what was kept of that password when it was. */
export interface Proven {
  readonly account: Account;
  readonly password: StoredPassword;
}

export interface ProofDeps {
  readonly store: AccountStore;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
}

/** Proof by the stored passwords; one kept at a lower cost than today's is hashed anew. */
export function createProof({ store, passwords, attempts }: ProofDeps): Proof {
  return {
    async of(email, password, address) {
      const takeBack = attempts.begin([
        { kind: 'email', value: emailKey(email) },
        { kind: 'address', value: address },
      ]);
      const found = store.findByEmail(email);
      if (!(await passwords.matches(password, found?.password ?? null)) || found === null) {
        throw new ServiceProblem('wrong-credentials');
      }
      const { account } = found;
      const current = passwords.isOutdated(found.password)
        ? await renewed(account, password, found.password)
        : found.password;
      // Comparing takes a while: meanwhile the password may have been changed, or the account erased.
      if (current === null || store.passwordOf(account.id)?.hash.equals(current.hash) !== true) {
        throw new ServiceProblem('wrong-credentials');
      }
      takeBack();
      return { account, password: current };
    },
  };

  async function renewed(account: Account, password: string, former: StoredPassword): Promise<StoredPassword | null> {
    const next = await passwords.hash(password);
    return store.replacePassword(account.id, former, next) ? next : null;
  }
}
