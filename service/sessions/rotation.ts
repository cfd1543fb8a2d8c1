import type { StoredRefreshToken } from './token-store.ts';

/** How long a lost answer to a refresh may be asked for again. */
export const lostAnswerGraceMs = 60_000;

/** What is to be done with a refresh token that was presented. */
export type RotationVerdict = 'rotate' | 'repeat' | 'reused' | 'expired';

/** What the verdict hangs on. */
export interface RotationFacts {
  readonly token: StoredRefreshToken;
  /** The session's current generation; it grows as soon as a token of it is used, so a current one is always unused. */
  readonly generation: number;
  /** `unsaid` when the caller named no device. */
  readonly device: 'same' | 'other' | 'unsaid';
  readonly nowMs: number;
}

/**
 * Judges a refresh token of a living session. The current one rotates. The immediate predecessor is repeated (the same generation anew) when the
 * same device asks within 60 s of its first use and no successor was ever used: the answer was lost. Everything else was stolen or copied and ends
 * the family (RFC 9700 §4.14.2).
 */
export function judgeRefreshToken(facts: RotationFacts): RotationVerdict {
  const { token, generation, device, nowMs } = facts;
  if (device === 'other' || token.replacedAtMs !== null) return 'reused';
  if (token.usedAtMs === null && token.generation === generation)
    return nowMs < token.expiresAtMs ? 'rotate' : 'expired';
  const isPredecessor = token.generation === generation - 1 && token.usedAtMs !== null;
  const inTime = token.usedAtMs !== null && nowMs - token.usedAtMs <= lostAnswerGraceMs;
  return isPredecessor && inTime && device === 'same' ? 'repeat' : 'reused';
}
