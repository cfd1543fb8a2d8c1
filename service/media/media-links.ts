import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AssetId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import { ServiceProblem } from '../http/problems.ts';

const lifetimeMs = 10 * 60_000;

/** Short-lived addresses of files: whoever has one may fetch that file until it expires. */
export interface MediaLinks {
  /** Path and query, and when it ends (milliseconds since 1970). */
  sign(id: AssetId): { readonly path: string; readonly expiresAtMs: number };
  /** Throws `not-allowed` for a forged address and `url-expired` for an old one. */
  check(id: AssetId, expires: string, signature: string): void;
}

/** Signs with HMAC-SHA-256 over id and end. */
export function createMediaLinks(key: Buffer, clock: Clock): MediaLinks {
  const signatureOf = (id: AssetId, expires: string) =>
    createHmac('sha256', key).update(`media\n${id}\n${expires}`).digest();
  return {
    sign(id) {
      const expires = String(Math.floor((clock.nowMs() + lifetimeMs) / 1000));
      const signature = signatureOf(id, expires).toString('base64url');
      const path = `/v1/media/${encodeURIComponent(id)}?expires=${expires}&signature=${signature}`;
      return { path, expiresAtMs: Number(expires) * 1000 };
    },
    check(id, expires, signature) {
      const given = Buffer.from(signature, 'base64url');
      const right = signatureOf(id, expires);
      if (given.length !== right.length || !timingSafeEqual(given, right)) throw new ServiceProblem('not-allowed');
      if (clock.nowMs() >= Number(expires) * 1000) throw new ServiceProblem('url-expired');
    },
  };
}
