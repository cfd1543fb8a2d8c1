import type { AppError } from '../result.ts';

/** Why nobody is signed in: `expired` when the service ended the session, `forgotten` when the keychain lost what was remembered. */
export type SignedOutReason = 'none' | 'expired' | 'forgotten';

/** Whether the next start opens the account without a password; `refused` when the person asked and the keychain would not. */
export type Remembered = 'yes' | 'no' | 'refused';

/**
 * Who is signed in on this computer, as the screens see it. `blocked` when the account is known but what this computer keeps of it
 * cannot be opened (`error` says why): nothing is deleted; a person may try again, or set it aside and start afresh.
 */
export type AccountState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'blocked'; readonly error: AppError }
  | { readonly kind: 'signed-out'; readonly reason: SignedOutReason }
  | {
      readonly kind: 'signed-in';
      readonly name: string;
      readonly email: string;
      readonly remembered: Remembered;
      readonly network: 'online' | 'offline';
    };
