/** The doors of erasing an account, as `ports.ts` has the others. */
import type { LocalAccountId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';

/** One place where something of an account lies: how to destroy it and how to see what is left. Both may be repeated at any time. */
export interface Erasable {
  /** Destroys what is there; success when there was nothing. Fails with `folder-read-only`, `disk-failed`, `keychain-unavailable`. */
  erase(accountId: LocalAccountId): Promise<Result<null>>;
  /** Looks whether anything is left; a failure means that nobody can tell, which counts as left. */
  remains(accountId: LocalAccountId): Promise<Result<boolean>>;
}

/** The files of an account, what was set aside included, and the files that speak of nobody but were written while it was used. */
export interface AccountFiles {
  /** `keyring.json`: overwritten, then deleted, so that what it opened cannot be read even where its deletion fails. */
  readonly keyring: Erasable;
  /** The account's folder with the encrypted library. */
  readonly library: Erasable;
  /** The account's folder with the encrypted lectures. */
  readonly lectures: Erasable;
  /** Copies of `computer.db` that were set aside because they were damaged: an account's row may stand in them. */
  readonly damagedComputerFiles: Erasable;
  /** Logs are emptied and crash dumps deleted, whoever they are about. */
  readonly logs: Erasable;
}

/** Which accounts are to be erased, kept so that neither a crash nor a power cut forgets it; opaque ids only. */
export interface EraseMarker {
  /** Empty when there is none; `disk-failed` when it cannot be read or is not one. */
  read(): Promise<Result<readonly LocalAccountId[]>>;
  /** On the disk for certain when it answers; an empty list removes it. */
  write(accountIds: readonly LocalAccountId[]): Promise<Result<null>>;
}
