import type { AppError } from '../result.ts';
import type { DeviceId, SessionId } from './ids.ts';

/**
 * Why nobody is signed in: `expired` when the service ended the session, `forgotten` when the keychain lost what was remembered; `erasing`, `erased`,
 * `unerased` when this computer was signed out from another one and erases everything of the account, has done so, or could not do all of it yet;
 * `account-…` the same when the account was erased at the service from another computer, `minor-…` when it was of somebody under 18 without a guardian;
 * `idle` when nobody had used the computer for as long as its rules allow.
 */
export const signedOutReasons = [
  'none',
  'expired',
  'forgotten',
  'erasing',
  'erased',
  'unerased',
  'account-erasing',
  'account-erased',
  'account-unerased',
  'minor-erasing',
  'minor-erased',
  'minor-unerased',
  'idle',
] as const;
export type SignedOutReason = (typeof signedOutReasons)[number];

/** The colours a profile may have; what they look like in each theme is in `renderer/ui/tokens.css`. */
export const profileColours = ['green', 'blue', 'violet', 'rose', 'ochre', 'teal', 'rust', 'slate'] as const;
export type ProfileColour = (typeof profileColours)[number];

/** In which country the person says they are, as the service keeps it: some courses are offered in some countries only. */
export interface RegionView {
  /** ISO 3166-1 alpha-2; null: not said. */
  readonly region: string | null;
  /** What may be said. */
  readonly regions: readonly string[];
}

/** The longest label a profile may have, in UTF-16 code units. */
export const profileLabelLength = 40;

/** An account kept on this computer as the picker shows it, before anything is unlocked: only what the person chose to be seen. */
export interface Profile {
  /** 1, 2, 3 … in the order of the first sign-ins here; the picker's handle, never used again for another account. */
  readonly number: number;
  /** Null until the person has chosen one: then it is called by its number. */
  readonly label: string | null;
  readonly colour: ProfileColour;
  /** True when it opens without a password. */
  readonly remembered: boolean;
}

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
      /** The accounts kept here, last used first; each opens with its password, without a network too. Empty: nobody has signed in here. */
      readonly profiles: readonly Profile[];
    }
  /** One profile is chosen and closed: its password opens it. `profiles` are all, the chosen one among them. */
  | {
      readonly kind: 'locked';
      readonly reason: SignedOutReason;
      readonly profile: Profile;
      readonly profiles: readonly Profile[];
    }
  | {
      readonly kind: 'signed-in';
      readonly name: string;
      readonly email: string;
      readonly remembered: Remembered;
      readonly network: 'online' | 'offline';
      /** `local` when the password opened what is on this computer without the service: nothing new comes until signing in to the service. */
      readonly session: 'service' | 'local';
      readonly profile: Profile;
      /** How many other accounts are kept on this computer. */
      readonly otherProfileCount: number;
    };

/** What signing out would leave or erase on this computer; numbers only. */
export interface SignOutPreview {
  readonly lectureCount: number;
  readonly sizeBytes: number;
  /** Lectures with a remembered place. */
  readonly placeCount: number;
  /** From the first remembered place to today, both days counted; 0 when there is none. */
  readonly historyDays: number;
}

/** The kinds of things that may be left on this computer after erasing, as a person would name them. */
export const remainKinds = ['lectures', 'library', 'keys', 'secret', 'logs', 'window-data'] as const;
export type RemainKind = (typeof remainKinds)[number];

/** How a sign-out ended: with `erase`, `remains` is what could not be deleted; it is tried again at every start until it is empty. */
export interface SignOutReport {
  readonly erased: boolean;
  readonly remains: readonly RemainKind[];
}

/** What a person types to get an account; `birthDate` is an ISO 8601 calendar date. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly birthDate: string;
  readonly guardianConfirmed: boolean;
  readonly acceptedTermsVersion: string;
}

/** The service's Terms in force; the text is reached by `external.open`. */
export interface TermsView {
  readonly version: string;
  /** ISO 8601 calendar date. */
  readonly publishedOn: string;
}

/** The service's pages that open in the system browser. */
export const externalPages = ['terms', 'privacy', 'forgotten-password'] as const;
export type ExternalPage = (typeof externalPages)[number];

/** The shortest password a new account or a change of password may have, in UTF-16 code units. */
export const passwordLength = 10;

/** A computer that is signed in to the account, as the list shows it. */
export interface SignedInComputer {
  readonly deviceId: DeviceId;
  readonly id: SessionId;
  readonly name: string;
  readonly platform: 'windows' | 'macos' | 'linux';
  /** Milliseconds since 1970, UTC. */
  readonly lastSeenAtMs: number;
  /** This very computer. */
  readonly current: boolean;
}
