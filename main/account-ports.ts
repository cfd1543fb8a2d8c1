/** The doors through which the account feature reaches what this computer keeps of people: keys, secrets, who is known here. */
import type { Profile } from '../contract/domain/account.ts';
import type { ComputerUse } from '../contract/domain/computer.ts';
import type { DeviceId, LocalAccountId } from '../contract/domain/ids.ts';
import type { Settings } from '../contract/domain/settings.ts';
import type { Result } from '../contract/result.ts';

/** The operating system's credential store. Fails only with `keychain-unavailable`; never falls back to anything else. */
export interface SecretStore {
  get(name: string): Promise<Result<string | null>>;
  set(name: string, secret: string): Promise<Result<null>>;
  delete(name: string): Promise<Result<null>>;
}

/** The keys of one signed-in account on this computer; in memory only. */
export interface AccountKeys {
  readonly dataKey: Uint8Array;
  /** Opens `library.db`. */
  readonly libraryKey: Uint8Array;
  /** Opens `.lrm` files. */
  readonly mediaKey: Uint8Array;
}

/**
 * The wrapped data keys of the accounts on this computer (`keyring.json`). `keyring-damaged` when the file cannot be read as one,
 * `keyring-locked` when no wrap opens with what was given.
 */
export interface Keyring {
  exists(accountId: LocalAccountId): Promise<boolean>;
  /** Makes a new data key and wraps it; refuses to overwrite an existing keyring. */
  create(accountId: LocalAccountId, secrets: WrappingSecrets, owner: KeyringOwner): Promise<Result<AccountKeys>>;
  /** Opens with the device secret or the password, whichever works, and renews the wrap of the other and who it belongs to. */
  open(accountId: LocalAccountId, secrets: WrappingSecrets, owner: KeyringOwner): Promise<Result<AccountKeys>>;
  /** Opens with the password alone, as without a network; `owner` is null for a keyring from before it was kept. */
  openWithPassword(
    accountId: LocalAccountId,
    password: string,
  ): Promise<Result<{ readonly keys: AccountKeys; readonly owner: KeyringOwner | null }>>;
  /** Derives the account's keys from a data key that the credential store kept. */
  fromDataKey(dataKey: Uint8Array): Promise<AccountKeys>;
  /** Writes a whole new keyring around a data key that was had from elsewhere, in place of a lost, locked or damaged one. */
  rebuild(
    accountId: LocalAccountId,
    dataKey: Uint8Array,
    secrets: WrappingSecrets,
    owner: KeyringOwner,
  ): Promise<Result<AccountKeys>>;
  /** Wraps the data key anew under a changed password; the device wrap stays. */
  renewPassword(accountId: LocalAccountId, dataKey: Uint8Array, password: string): Promise<Result<null>>;
  renewOwner(accountId: LocalAccountId, dataKey: Uint8Array, owner: KeyringOwner): Promise<Result<null>>;
}

/** Whose keyring it is; kept encrypted under the data key, so that only an opened keyring says it. */
export interface KeyringOwner {
  readonly name: string;
  readonly email: string;
}

/** What can wrap a data key: the password by scrypt, the service's device secret as it is. */
export interface WrappingSecrets {
  readonly password: string;
  /** 32 bytes. */
  readonly deviceSecret: Uint8Array;
}

/** An account known on this computer: nothing here says who it is but a label that the person chose to be seen. */
export interface KnownAccount extends Profile {
  readonly id: LocalAccountId;
  readonly lastUsedAtMs: number;
  /** Signed in on a public computer: erased when the app quits or, after a crash, at the next start. */
  readonly erasesOnQuit: boolean;
}

/** What a person said about this computer; `usual` is the idle time that goes with the use. */
export interface ComputerChoice {
  readonly use: ComputerUse | null;
  readonly idleMinutes: number | null | 'usual';
}

/**
 * What belongs to the computer and to no account (`computer.db`, plain SQLite, owned by the library worker). Fails with `library-newer`,
 * `disk-full`, `folder-read-only`, `disk-failed`.
 */
export interface ComputerStore {
  readSettings(): Promise<Result<Settings>>;
  writeSettings(settings: Settings): Promise<Result<null>>;
  readChoice(): Promise<Result<ComputerChoice>>;
  writeChoice(choice: ComputerChoice): Promise<Result<null>>;
  /** This computer's id, made at the first call. */
  deviceId(): Promise<Result<DeviceId>>;
  /** Last used first. */
  accounts(): Promise<Result<readonly KnownAccount[]>>;
  /** Keeps what changed of an account; one not known yet gets the next number and a colour of its own. */
  putAccount(id: LocalAccountId, change: Partial<Omit<KnownAccount, 'id' | 'number'>>): Promise<Result<KnownAccount>>;
}

/** What is on disk of an account besides the lectures, as folders. */
export interface AccountFolders {
  /** Renames the account's folder and its media folder so that nothing opens them any more; nothing is deleted. */
  setAside(accountId: LocalAccountId): Promise<Result<null>>;
}
