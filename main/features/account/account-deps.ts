import type { Device } from '../../../contract/api/sessions.ts';
import type { AccountState, SignOutReport } from '../../../contract/domain/account.ts';
import type { ComputerRules } from '../../../contract/domain/computer.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import type { Result } from '../../../contract/result.ts';
import type {
  AccountFolders,
  Clock,
  ComputerStore,
  Keyring,
  Library,
  Log,
  SecretStore,
  ServiceApi,
} from '../../ports.ts';

/** What the account feature needs. */
export interface AccountDeps {
  readonly service: ServiceApi;
  readonly secrets: SecretStore;
  readonly keyring: Keyring;
  readonly library: Library;
  readonly computer: ComputerStore;
  readonly folders: AccountFolders;
  readonly clock: Clock;
  readonly log: Log;
  /** What this computer calls itself at the service. */
  readonly device: Pick<Device, 'name' | 'platform'>;
  /** Opaque folder name of an account of the service on this computer. */
  readonly localIdOf: (deviceId: string, accountId: string) => LocalAccountId;
  /** Ends what is left of an earlier erasing of this account; it must not be opened when that fails. */
  readonly settleErasure: (id: LocalAccountId) => Promise<Result<null>>;
  /** Erases everything of an account from this computer, closing it first. */
  readonly erase: (id: LocalAccountId) => Promise<SignOutReport>;
  /** Whether anybody may be remembered here, and whether what is opened here goes when the app quits. */
  readonly rules: () => Pick<ComputerRules, 'remember' | 'erasesOnQuit' | 'signOut'>;
  readonly isOnline: () => boolean;
  readonly onChange: (state: AccountState) => void;
  /** Stops what uses the account; its keys are wiped afterwards. */
  readonly onClosing: (id: LocalAccountId) => Promise<void>;
}
