/** Why nobody is signed in: `expired` when the service ended the session, `forgotten` when the keychain lost what was remembered. */
export type SignedOutReason = 'none' | 'expired' | 'forgotten';

/** Whether the next start opens the account without a password; `refused` when the person asked and the keychain would not. */
export type Remembered = 'yes' | 'no' | 'refused';

/** Who is signed in on this computer, as the screens see it. */
export type AccountState =
  | { readonly kind: 'signed-out'; readonly reason: SignedOutReason }
  | {
      readonly kind: 'signed-in';
      readonly name: string;
      readonly email: string;
      readonly remembered: Remembered;
      readonly network: 'online' | 'offline';
    };
