import type { AppError } from '../result.ts';
import type { SessionId } from './ids.ts';

/**
 * Why nobody is signed in: `expired` when the service ended the session, `forgotten` when the keychain lost what was remembered, `erased` when
 * this computer was signed out from another one and has erased everything of the account.
 */
export type SignedOutReason = 'none' | 'expired' | 'forgotten' | 'erased';

/** Whether the next start opens the account without a password; `refused` when the person asked and the keychain would not. */
export type Remembered = 'yes' | 'no' | 'refused';

/**
 * Who is signed in on this computer, as the screens see it. `blocked` when the account is known but what this computer keeps of it
 * cannot be opened (`error` says why): nothing is deleted; a person may try again, or set it aside and start afresh.
 */
export type AccountState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'blocked'; readonly error: AppError }
  | {
      readonly kind: 'signed-out';
      readonly reason: SignedOutReason;
      /** True when somebody has signed in on this computer before and kept their downloads: then signing in works without a network too. */
      readonly hasLockedAccounts: boolean;
    }
  | {
      readonly kind: 'signed-in';
      readonly name: string;
      readonly email: string;
      readonly remembered: Remembered;
      readonly network: 'online' | 'offline';
      /** `local` when the password opened what is on this computer without the service: nothing new comes until signing in to the service. */
      readonly session: 'service' | 'local';
    };

/** What signing out would leave or erase on this computer; numbers only. */
export interface SignOutPreview {
  readonly lectureCount: number;
  readonly sizeBytes: number;
  /** Lectures with a remembered place. */
  readonly placeCount: number;
}

/** The kinds of things that may be left on this computer after erasing, as a person would name them. */
export const remainKinds = ['lectures', 'library', 'keys', 'secret', 'logs', 'window-data'] as const;
export type RemainKind = (typeof remainKinds)[number];

/** How a sign-out ended: with `erase`, `remains` is what could not be deleted; it is tried again at every start until it is empty. */
export interface SignOutReport {
  readonly erased: boolean;
  readonly remains: readonly RemainKind[];
}

/** A computer that is signed in to the account, as the list shows it. */
export interface SignedInComputer {
  readonly id: SessionId;
  readonly name: string;
  readonly platform: 'windows' | 'macos' | 'linux';
  /** Milliseconds since 1970, UTC. */
  readonly lastSeenAtMs: number;
  /** This very computer. */
  readonly current: boolean;
}
