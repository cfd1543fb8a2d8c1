/**
 * Whether a downloaded lecture may be played offline. `none`: no licence has come yet (it comes when the service answers); `clock`: this computer's
 * clock stands before a moment that is known to have been, so that nobody can tell.
 */
export type LicenceView =
  | { readonly kind: 'none' }
  /** Whole days left, rounded up; 1 on the last day. */
  | { readonly kind: 'valid'; readonly daysLeft: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'clock' };
