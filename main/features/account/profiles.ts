import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ComputerStore, Keyring, KnownAccount, SecretStore } from '../../ports.ts';

/** The accounts kept on this computer, as far as they are known; read anew after each change. */
export interface Profiles {
  /** What was read last, last used first. */
  list(): readonly KnownAccount[];
  byNumber(number: number): KnownAccount | null;
  /** Reads anew: of the accounts known here, those that something is kept of. */
  refresh(): Promise<Result<null>>;
  change(id: LocalAccountId, change: Parameters<ComputerStore['putAccount']>[1]): Promise<Result<KnownAccount>>;
  /** Leaves an account out of the list while it is being erased; the answer shows it again, if it is still there. */
  hide(id: LocalAccountId): () => void;
  /** Takes an account's entry out of the credential store; it opens with its password only from then on. */
  forget(id: LocalAccountId): Promise<void>;
}

/** Makes the list of profiles. */
export function createProfiles(deps: {
  readonly computer: ComputerStore;
  readonly keyring: Keyring;
  readonly secrets: SecretStore;
}): Profiles {
  let known: readonly KnownAccount[] = [];
  const hidden = new Set<LocalAccountId>();
  const list = () => known.filter(({ id }) => !hidden.has(id));

  async function refresh(): Promise<Result<null>> {
    const accounts = await deps.computer.accounts();
    if (!accounts.ok) return accounts;
    const kept = await Promise.all(
      // A remembered one opens without its keyring.
      accounts.value.map(async (account) => account.remembered || deps.keyring.exists(account.id)),
    );
    known = accounts.value.filter((_account, index) => kept[index]);
    return done;
  }

  async function change(
    id: LocalAccountId,
    part: Parameters<ComputerStore['putAccount']>[1],
  ): Promise<Result<KnownAccount>> {
    const changed = await deps.computer.putAccount(id, part);
    if (!changed.ok) return changed;
    await refresh();
    return ok(changed.value);
  }

  return {
    list,
    hide(id) {
      hidden.add(id);
      return () => void hidden.delete(id);
    },
    byNumber: (number) => list().find((account) => account.number === number) ?? null,
    refresh,
    change,
    async forget(id) {
      await deps.secrets.delete(id);
      // Only a row that is there: forgetting must not bring an erased account back.
      const accounts = await deps.computer.accounts();
      if (accounts.ok && accounts.value.some((account) => account.id === id)) await change(id, { remembered: false });
      else await refresh();
    },
  };
}
