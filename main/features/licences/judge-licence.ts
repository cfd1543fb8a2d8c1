import type { LicenceClaims } from '../../../contract/api/licences.ts';
import type { LicenceView } from '../../../contract/domain/licence.ts';
import type { KnownMoments } from '../../ports.ts';

const dayMs = 86_400_000;
/** A clock that is set right again may go back this far; also what the service allows between its clock and this one. */
const toleranceMs = 300_000;
/** A clock further ahead of the service's last word than this is taken for nonsense and not remembered. */
const farthestAheadMs = 365 * dayMs;

/** When a licence counts, of its claims. */
export type LicenceTimes = Pick<LicenceClaims, 'iat' | 'nbf' | 'exp'>;

/**
 * What a genuine licence is worth at a moment (milliseconds since 1970, UTC). A clock that stands before what is known to have been says
 * nothing: it is `clock`, never days won.
 */
export function judgeLicence(
  { iat, nbf, exp }: LicenceTimes,
  nowMs: number,
  latestMomentMs: number | null,
): LicenceView {
  if (latestMomentMs !== null && nowMs < latestMomentMs - toleranceMs) return { kind: 'clock' };
  if (nowMs < nbf * 1000) return { kind: 'clock' };
  const leftMs = exp * 1000 - nowMs;
  if (leftMs <= 0) return { kind: 'expired' };
  // A clock a little behind the service's does not make 31 days of 30.
  return { kind: 'valid', daysLeft: Math.ceil(Math.min(leftMs, (exp - iat) * 1000) / dayMs) };
}

/** Whether a new licence should be asked for: there is none that counts, or less than half of its time is left. */
export function isDue(times: LicenceTimes | null, view: LicenceView, nowMs: number): boolean {
  return times === null || view.kind !== 'valid' || times.exp * 1000 - nowMs < (times.exp - times.iat) * 500;
}

/** Whether a clock stands neither before what is known to have been nor absurdly far ahead of the service's last word. */
export function isClockBelieved({ serviceMs, latestMs }: KnownMoments, nowMs: number): boolean {
  const isBehind = latestMs !== null && nowMs < latestMs - toleranceMs;
  return !isBehind && (serviceMs === null || nowMs <= serviceMs + farthestAheadMs);
}

/** The latest moment after this computer's clock was looked at; the same as before when the clock teaches nothing. */
export function latestAfterLooking(known: KnownMoments, nowMs: number): number | null {
  const { serviceMs, latestMs } = known;
  // Before the first word of the service there is no licence to guard, and nothing to measure this clock by.
  if (serviceMs === null || nowMs > serviceMs + farthestAheadMs) return latestMs;
  return latestMs === null || nowMs > latestMs ? nowMs : latestMs;
}
