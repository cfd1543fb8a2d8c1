import type { Clock, KnownMoments } from '../../ports.ts';
import { isClockBelieved, latestAfterLooking } from './judge-licence.ts';

/** What time it is, as far as licences go: the service's word where there is one, this computer's clock else. */
export interface Moments {
  /** Milliseconds since 1970, UTC: since the service last named the time in this run, its time; before that, this computer's. */
  nowMs(): number;
  latestMs(): number | null;
  /** The time for what must not come too early: never before the latest moment known, and whether this computer's clock is believed at all. */
  believed(): { readonly nowMs: number; readonly isBelieved: boolean };
  /** The service has just named the time, which counts even where it lies before the latest moment known. */
  serviceSays(momentMs: number): void;
  /** Looks at the clock; the latest moment when it rose enough to be kept, else null. */
  look(): number | null;
}

/** A write for less would be one for each look. */
const worthKeepingMs = 60_000;

/** Makes it of what the library remembers. */
export function createMoments(clock: Clock, remembered: KnownMoments): Moments {
  let known = remembered;
  let keptMs = remembered.latestMs;
  let aheadOfClockMs = 0;
  const nowMs = () => clock.nowMs() + aheadOfClockMs;
  return {
    nowMs,
    latestMs: () => known.latestMs,
    believed: () => ({
      nowMs: Math.max(nowMs(), known.latestMs ?? 0),
      isBelieved: isClockBelieved(known, nowMs()),
    }),
    serviceSays(momentMs) {
      aheadOfClockMs = momentMs - clock.nowMs();
      known = { serviceMs: momentMs, latestMs: momentMs };
      keptMs = momentMs;
    },
    look() {
      const latestMs = latestAfterLooking(known, nowMs());
      known = { ...known, latestMs };
      if (latestMs === null || (keptMs !== null && latestMs - keptMs < worthKeepingMs)) return null;
      keptMs = latestMs;
      return latestMs;
    },
  };
}
