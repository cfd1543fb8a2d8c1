import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { AccountKeys, Keyring, KeyringOwner } from '../../ports.ts';
import type { WrongAttempts } from './wrong-attempts.ts';

/** An account that a password opened on this computer; `owner` is null for a keyring from before it was kept. */
export interface OpenedOffline {
  readonly id: LocalAccountId;
  readonly keys: AccountKeys;
  readonly owner: KeyringOwner | null;
}

/** Signing in with what is on this computer, for people who have signed in here before. */
export interface OfflineSignIn {
  /**
   * Opens the account that this e-mail and password belong to. `offline-refused` when there is none (it is not said which of the two is
   * wrong), `too-many-attempts` while the delay after wrong ones runs.
   */
  open(email: string, password: string): Promise<Result<OpenedOffline>>;
  /** Opens one account with its password: `wrong-password`, `keyring-damaged`, `too-many-attempts`. */
  unlock(id: LocalAccountId, password: string): Promise<Result<OpenedOffline>>;
  /** The account of this e-mail that the password opens, or null; a search, never counted as an attempt. */
  find(email: string, password: string): Promise<OpenedOffline | null>;
}

/** Whether a failed sign-in says that the service did not speak: then what is on this computer may be opened without it. */
export function serviceWasSilent(code: AppErrorCode): boolean {
  return code === 'service-unreachable' || code === 'service-failed' || code === 'service-nonsense';
}

/** One e-mail however it is typed. */
export const sameAddress = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Makes the offline sign-in; `kept` are the accounts that are locked on this computer. */
export function createOfflineSignIn(deps: {
  readonly keyring: Keyring;
  readonly attempts: WrongAttempts;
  readonly kept: () => readonly LocalAccountId[];
}): OfflineSignIn {
  const { keyring, attempts } = deps;

  async function find(email: string, password: string): Promise<OpenedOffline | null> {
    for (const id of deps.kept()) {
      const opened = await keyring.openWithPassword(id, password);
      if (!opened.ok) continue;
      const { keys, owner } = opened.value;
      if (owner === null || sameAddress(owner.email, email)) return { id, keys, owner };
    }
    return null;
  }

  return {
    find,
    async open(email, password) {
      const may = attempts.mayTry();
      if (!may.ok) return may;
      const found = await find(email, password);
      if (found === null) {
        attempts.wrong();
        return fail('offline-refused');
      }
      attempts.right();
      return ok(found);
    },
    async unlock(id, password) {
      const may = attempts.mayTry();
      if (!may.ok) return may;
      const opened = await keyring.openWithPassword(id, password);
      if (opened.ok) {
        attempts.right();
        return ok({ id, ...opened.value });
      }
      if (opened.error.code !== 'keyring-locked') return opened;
      attempts.wrong();
      return fail('wrong-password');
    },
  };
}
