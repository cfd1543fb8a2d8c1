import type { SessionId, LocalAccountId } from '../../../contract/domain/ids.ts';
import type { AccountState, Remembered, SignedOutReason } from '../../../contract/domain/account.ts';
import type { AppError, AppErrorCode } from '../../../contract/result.ts';
import { assertNever } from '../../../contract/result.ts';
import type { AccountKeys } from '../../ports.ts';

/** The tokens of a session; in main's memory only. `accessToken` is empty until the first refresh after a start. */
export interface SessionTokens {
  readonly sessionId: SessionId;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** An account that is open on this computer. */
export interface OpenAccount {
  readonly kind: 'open';
  readonly id: LocalAccountId;
  readonly name: string;
  readonly email: string;
  readonly remembered: Remembered;
  readonly keys: AccountKeys;
  /** Null when the password opened the account here without the service. */
  readonly tokens: SessionTokens | null;
}

/** What the account feature knows; the screens see it through `viewOf`. */
export type Holding =
  | { readonly kind: 'starting' }
  | { readonly kind: 'none'; readonly reason: SignedOutReason; readonly hasLockedAccounts: boolean }
  /** `id` is null when not even the list of accounts could be read. */
  | { readonly kind: 'blocked'; readonly id: LocalAccountId | null; readonly error: AppError }
  | OpenAccount;

/** What the screens may know of it: no key, no token, no id. */
export function viewOf(holding: Holding, online: boolean): AccountState {
  switch (holding.kind) {
    case 'starting':
      return { kind: 'starting' };
    case 'none':
      return { kind: 'signed-out', reason: holding.reason, hasLockedAccounts: holding.hasLockedAccounts };
    case 'blocked':
      return { kind: 'blocked', error: holding.error };
    case 'open': {
      const { name, email, remembered, tokens } = holding;
      const session = tokens === null ? 'local' : 'service';
      return { kind: 'signed-in', name, email, remembered, network: online ? 'online' : 'offline', session };
    }
    default:
      return assertNever(holding);
  }
}

/** Errors of opening what this computer keeps of an account; they block it instead of signing it out. */
export function blocks(code: AppErrorCode): boolean {
  const blocking: readonly AppErrorCode[] = [
    'library-newer',
    'library-damaged',
    'library-key-wrong',
    'keyring-damaged',
    'keyring-locked',
    'folder-read-only',
    'disk-full',
    'disk-failed',
  ];
  return blocking.includes(code);
}
