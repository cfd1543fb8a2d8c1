import type { AccountState, Profile, Remembered, SignedOutReason } from '../../../contract/domain/account.ts';
import type { LocalAccountId, SessionId } from '../../../contract/domain/ids.ts';
import type { AppError, AppErrorCode } from '../../../contract/result.ts';
import { assertNever } from '../../../contract/result.ts';
import type { AccountKeys, KnownAccount } from '../../ports.ts';

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
  /** Nothing is open; `chosen` is the profile that waits for its password. */
  | { readonly kind: 'closed'; readonly reason: SignedOutReason; readonly chosen: LocalAccountId | null }
  /** `id` is null when not even the list of accounts could be read. */
  | { readonly kind: 'blocked'; readonly id: LocalAccountId | null; readonly error: AppError }
  | OpenAccount;

/** What the screens may know of it: no key, no token, no id. `profiles` are the accounts kept here, last used first. */
export function viewOf(
  holding: Holding,
  profiles: readonly KnownAccount[],
  network: 'online' | 'offline',
): AccountState {
  switch (holding.kind) {
    case 'starting':
      return { kind: 'starting' };
    case 'closed': {
      const { reason } = holding;
      const chosen = profiles.find(({ id }) => id === holding.chosen);
      const shown = profiles.map(profileOf);
      return chosen === undefined
        ? { kind: 'signed-out', reason, profiles: shown }
        : { kind: 'locked', reason, profile: profileOf(chosen), profiles: shown };
    }
    case 'blocked':
      return { kind: 'blocked', error: holding.error };
    case 'open': {
      const { id, name, email, remembered, tokens } = holding;
      const session = tokens === null ? 'local' : 'service';
      const own = profiles.find((profile) => profile.id === id);
      return {
        kind: 'signed-in',
        name,
        email,
        remembered,
        network,
        session,
        profile: own === undefined ? unlisted : profileOf(own),
        otherProfileCount: profiles.length - (own === undefined ? 0 : 1),
      };
    }
    default:
      return assertNever(holding);
  }
}

/** Shown when the computer's own file could not be written: the account is open all the same. */
const unlisted: Profile = { number: 1, label: null, colour: 'green', remembered: false };

function profileOf({ number, label, colour, remembered }: KnownAccount): Profile {
  return { number, label, colour, remembered };
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
