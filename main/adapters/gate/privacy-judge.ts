import { purposes, purposesBeforeChoice } from '../../../contract/domain/privacy.ts';
import type { PrivacyCategory, PrivacyState, Purpose } from '../../../contract/domain/privacy.ts';

/** What the gate says of a request: it may go, it may not now, or nobody ever declared why it is made. */
export type Judgement = 'allowed' | 'refused' | 'undeclared';

/** Whether things of a category are allowed now: the essential always, the others only once somebody chose them. */
export function isCategoryAllowed(category: PrivacyCategory | null, state: PrivacyState): boolean {
  if (category === null) return false;
  return category === 'essential' || (!state.undecided && state[category]);
}

/** Judges a reason as it came, which may be anything at all. */
export function judgePurpose(purpose: unknown, state: PrivacyState): Judgement {
  if (!isPurpose(purpose)) return 'undeclared';
  if (state.undecided && !purposesBeforeChoice.includes(purpose)) return 'refused';
  return isCategoryAllowed(purposes[purpose], state) ? 'allowed' : 'refused';
}

/** Whether it is one of the declared reasons. */
export function isPurpose(purpose: unknown): purpose is Purpose {
  return typeof purpose === 'string' && Object.hasOwn(purposes, purpose);
}
