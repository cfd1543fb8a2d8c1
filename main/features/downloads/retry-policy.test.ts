import { describe, expect, it } from 'vitest';
import { appErrorCodes } from '../../../contract/result.ts';
import type { AppErrorCode } from '../../../contract/result.ts';
import { verdictOf, waitBeforeMs } from './retry-policy.ts';

describe('D3: what a failure leads to', () => {
  const verdicts: Partial<Record<AppErrorCode, ReturnType<typeof verdictOf>>> = {
    'service-unreachable': 'wait',
    'service-failed': 'wait',
    'service-nonsense': 'wait',
    'too-many-attempts': 'wait',
    'not-allowed': 'locate-again',
    'changed-at-service': 'start-over',
    'disk-full': 'wait-for-space',
    'drive-away': 'wait-for-drive',
    cancelled: 'stop',
    'signed-out': 'stop',
    'session-ended': 'wait',
    'erase-requested': 'wait',
    'account-erased': 'wait',
    'minor-eliminated': 'wait',
    'not-sent': 'wait',
  };
  it.each(appErrorCodes.map((code) => [code, verdicts[code] ?? 'fail'] as const))('D3: %s → %s', (code, verdict) => {
    expect(verdictOf(code)).toBe(verdict);
  });
  it('D3: waits double, jitter between half and all, never above five minutes, never below what the service asked', () => {
    const error = { code: 'service-unreachable' } as const;
    expect([0, 1, 2, 3].map((attempt) => waitBeforeMs(attempt, error, 0))).toEqual([1000, 2000, 4000, 8000]);
    expect(waitBeforeMs(0, error, 0.999)).toBeLessThanOrEqual(2000);
    expect(waitBeforeMs(1000, error, 0.999)).toBeLessThanOrEqual(300_000);
    expect(waitBeforeMs(0, { code: 'service-failed', retryAfterMs: 90_000 }, 0.5)).toBe(90_000);
  });
});
