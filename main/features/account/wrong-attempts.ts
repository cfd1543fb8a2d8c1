import { fail, done } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock } from '../../ports.ts';

/** Counts wrong passwords given to what is on this computer, so that each guess waits longer. */
export interface WrongAttempts {
  /** `too-many-attempts` with the time to wait while the delay after wrong ones runs. */
  mayTry(): Result<null>;
  wrong(): void;
  right(): void;
}

const freeAttempts = 3;
const firstDelayMs = 15_000;
const longestDelayMs = 15 * 60_000;

/** How long after the `failures`-th wrong attempt in a row the next one may come: nothing at first, then doubling to a quarter of an hour. */
export function delayAfterMs(failures: number): number {
  return failures < freeAttempts
    ? 0
    : Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures - freeAttempts, 20));
}

/** Makes the counter. It lives as long as the app runs: who can read the disk is held back by scrypt alone. */
export function createWrongAttempts(clock: Clock): WrongAttempts {
  let failures = 0;
  let nextAttemptAtMs = 0;
  return {
    mayTry() {
      // A clock that was turned back does not lengthen the longest wait.
      const waitMs = Math.min(nextAttemptAtMs - clock.nowMs(), delayAfterMs(failures));
      return waitMs > 0 ? fail('too-many-attempts', waitMs) : done;
    },
    wrong() {
      failures += 1;
      nextAttemptAtMs = clock.nowMs() + delayAfterMs(failures);
    },
    right() {
      failures = 0;
    },
  };
}
