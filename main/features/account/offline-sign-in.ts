import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { AccountKeys, Clock, ComputerStore, Keyring, KeyringOwner } from '../../ports.ts';

/** An account that a password opened on this computer. */
export interface OpenedOffline {
  readonly id: LocalAccountId;
  readonly keys: AccountKeys;
  readonly owner: KeyringOwner;
}

/** Signing in without the service, for people who have signed in on this computer before. */
export interface OfflineSignIn {
  /** The accounts whose downloads are kept here, locked. */
  lockedAccounts(): Promise<readonly LocalAccountId[]>;
  /**
   * Opens the account that this e-mail and password belong to. `offline-refused` when there is none (it is not said which of the two is
   * wrong), `too-many-attempts` while the delay after wrong ones runs.
   */
  open(email: string, password: string): Promise<Result<OpenedOffline>>;
}

const freeAttempts = 3;
const firstDelayMs = 15_000;
const longestDelayMs = 15 * 60_000;

/** How long after the `failures`-th wrong attempt in a row the next one may come: nothing at first, then doubling to a quarter of an hour. */
export function delayAfterMs(failures: number): number {
  return failures < freeAttempts
    ? 0
    : Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures - freeAttempts, 20));
}

/** Whether a failed sign-in says that the service did not speak: then what is on this computer may be opened without it. */
export function serviceWasSilent(code: AppErrorCode): boolean {
  return code === 'service-unreachable' || code === 'service-failed' || code === 'service-nonsense';
}

const sameAddress = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Makes the offline sign-in. The delays live as long as the app runs: who can read the disk is held back by scrypt alone. */
export function createOfflineSignIn(deps: {
  readonly keyring: Keyring;
  readonly computer: ComputerStore;
  readonly clock: Clock;
}): OfflineSignIn {
  let failures = 0;
  let nextAttemptAtMs = 0;

  async function lockedAccounts(): Promise<readonly LocalAccountId[]> {
    const known = await deps.computer.accounts();
    if (!known.ok) return [];
    const kept = await Promise.all(known.value.map(async ({ id }) => ((await deps.keyring.exists(id)) ? [id] : [])));
    return kept.flat();
  }

  return {
    lockedAccounts,
    async open(email, password) {
      const waitMs = nextAttemptAtMs - deps.clock.nowMs();
      if (waitMs > 0) return fail('too-many-attempts', waitMs);
      for (const id of await lockedAccounts()) {
        const opened = await deps.keyring.openWithPassword(id, password);
        if (!opened.ok) continue;
        const owner = opened.value.owner ?? { name: email, email };
        if (!sameAddress(owner.email, email)) continue;
        failures = 0;
        return ok({ id, keys: opened.value.keys, owner });
      }
      failures += 1;
      nextAttemptAtMs = deps.clock.nowMs() + delayAfterMs(failures);
      return fail('offline-refused');
    },
  };
}
