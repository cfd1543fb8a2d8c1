import { z } from 'zod';

/** The categories a person decides about; essential is locked on. */
export const privacyCategories = ['essential', 'functional', 'advertisement'] as const;
export const PrivacyCategory = z.enum(privacyCategories);
/** What a cookie, a stored item or a request is for, as coarsely as a person decides about it. */
export type PrivacyCategory = z.infer<typeof PrivacyCategory>;

/** Why the app speaks to the service: the closed list of reasons with their category; what is not in it is not sent. */
export const purposes = {
  /** Signing in and out, keeping the session, creating an account, the Terms. */
  'sign-in': 'essential',
  /** Asking whether the service answers at all. */
  reachability: 'essential',
  /** The privacy policy, the registry of cookies, who else processes data, telling what was chosen. */
  'privacy-choices': 'essential',
  account: 'essential',
  devices: 'essential',
  catalogue: 'essential',
  /** Lectures, captions, covers, slides: watched or downloaded. */
  lecture: 'essential',
  licence: 'essential',
  /** Anonymous aggregates, the same for everybody. */
  popularity: 'essential',
  rating: 'essential',
  /** Only while its own switch is on. */
  'history-sync': 'essential',
  /** Asking for, correcting, restricting, erasing what the service has. */
  'data-rights': 'essential',
  /** Counters without a name: which functions are used. */
  'usage-statistics': 'functional',
} as const satisfies Record<string, PrivacyCategory>;

/** One of the declared reasons. */
export type Purpose = keyof typeof purposes;

/** Purposes that may be used before a person has decided anything: what signing in and deciding themselves need. */
export const purposesBeforeChoice: readonly Purpose[] = ['sign-in', 'reachability', 'privacy-choices'];

/** What is allowed now. `undecided`: nobody has chosen yet. */
export interface PrivacyState {
  readonly undecided: boolean;
  readonly functional: boolean;
  readonly advertisement: boolean;
  /** Sec-GPC: 1 and DNT: 1 go with every request (https://w3c.github.io/gpc/). */
  readonly optOutSignal: boolean;
}
