import type { AppError, AppErrorCode } from '../../../contract/result.ts';
import { assertNever } from '../../../contract/result.ts';

/** What a failed attempt leads to; `wait-for-space`: until there is room on the disk; `wait-for-drive`: until it is plugged in. */
export type Verdict = 'wait' | 'wait-for-space' | 'wait-for-drive' | 'locate-again' | 'start-over' | 'stop' | 'fail';

/** What to do after each code: only what the person or the service must mend ends a download, everything else goes on by itself. */
export function verdictOf(code: AppErrorCode): Verdict {
  switch (code) {
    case 'service-unreachable':
    case 'service-failed':
    case 'service-nonsense':
    case 'too-many-attempts':
    // The account closes by itself when the session is really over; until then it is one refused call.
    case 'session-ended':
    case 'erase-requested':
    case 'account-erased':
    case 'minor-eliminated':
    // It may be sent once the person has decided.
    case 'not-sent':
      return 'wait';
    case 'not-allowed':
      return 'locate-again';
    case 'changed-at-service':
      return 'start-over';
    case 'disk-full':
      return 'wait-for-space';
    case 'drive-away':
      return 'wait-for-drive';
    case 'cancelled':
    case 'signed-out':
      return 'stop';
    case 'wrong-credentials':
    case 'offline-refused':
    case 'not-found':
    case 'region-unavailable':
    case 'restricted':
    case 'digest-mismatch':
    case 'asset-damaged':
    case 'asset-missing':
    case 'codec-unsupported':
    case 'licence-missing':
    case 'licence-expired':
    case 'clock-wrong':
    case 'not-downloaded':
    case 'folder-read-only':
    case 'folder-unfit':
    case 'disk-failed':
    case 'library-newer':
    case 'library-damaged':
    case 'library-key-wrong':
    case 'keyring-damaged':
    case 'keyring-locked':
    case 'keychain-unavailable':
    case 'wrong-password':
    case 'password-changed':
    case 'email-taken':
    case 'guardian-required':
    case 'terms-outdated':
    case 'erase-unanswered':
    case 'export-unreadable':
    case 'export-of-another':
    case 'passphrase-wrong':
    case 'bad-request':
    case 'unexpected':
      return 'fail';
    default:
      return assertNever(code);
  }
}

const firstWaitMs = 2000;
const longestWaitMs = 5 * 60_000;

/**
 * How long to wait before attempt number `attempt` (0 is the first repeat): doubling, with "full jitter" so that many learners do not come
 * back at once (Brooker, "Exponential Backoff and Jitter", 2015); never sooner than the service asked. `random` is in [0, 1).
 */
export function waitBeforeMs(attempt: number, error: AppError, random: number): number {
  const ceilingMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempt, 20));
  const jitteredMs = Math.round(ceilingMs / 2 + (ceilingMs / 2) * random);
  return Math.max(error.retryAfterMs ?? 0, jitteredMs);
}
