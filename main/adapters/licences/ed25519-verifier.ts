import { createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { LicenceClaims } from '../../../contract/api/licences.ts';
import type { KeySet } from '../../../contract/api/licences.ts';
import type { LicenceExpectation, LicenceVerifier } from '../../ports.ts';
import { openCompactJws } from './compact-jws.ts';

/**
 * The one header a licence has. Nothing in it chooses how it is checked (RFC 8725 §3.1): the algorithm and the type (§3.11) are fixed, and a
 * parameter more (`jwk`, `jku`, `crit`, `b64`) is refused.
 */
const Header = z.strictObject({
  alg: z.literal('EdDSA'),
  kid: z.string().min(1).max(200),
  typ: z.literal('lectoroom-licence+jwt'),
});

/** Ed25519 signatures (RFC 8032) have 64 bytes. */
const signatureSizeBytes = 64;

/** Checks licences with Node's own Ed25519, in its thread pool: compact JWS (RFC 7515), EdDSA (RFC 8037), by the advice of RFC 8725. */
export function createEd25519Verifier(): LicenceVerifier {
  return {
    async verify(licence, expected, keys) {
      const opened = openCompactJws(licence);
      const header = Header.safeParse(opened?.header);
      if (opened === null || !header.success) return { kind: 'forged' };
      const key = keyOf(keys, header.data.kid);
      if (key === null) return { kind: 'unknown-key' };
      if (opened.signature.length !== signatureSizeBytes) return { kind: 'forged' };
      if (!(await isSigned(opened.signed, opened.signature, key))) return { kind: 'forged' };
      const claims = LicenceClaims.safeParse(opened.payload);
      return claims.success && isMeant(claims.data, expected)
        ? { kind: 'genuine', claims: claims.data }
        : { kind: 'forged' };
    },
  };
}

/** The public key of that id; null when there is none, or none that is one. */
function keyOf({ keys }: KeySet, kid: string): KeyObject | null {
  const found = keys.find((key) => key.kid === kid);
  if (found === undefined) return null;
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: found.x }, format: 'jwk' });
  } catch {
    return null;
  }
}

function isSigned(signed: Buffer, signature: Buffer, key: KeyObject): Promise<boolean> {
  return new Promise((resolve) => {
    // What cannot even be checked is not signed.
    verify(null, signed, key, signature, (error, genuine) => resolve(error === null && genuine));
  });
}

function isMeant(claims: LicenceClaims, expected: LicenceExpectation): boolean {
  const { accountId, deviceId, lectureId } = expected;
  const inOrder = claims.nbf <= claims.iat && claims.iat < claims.exp && claims.nbf >= 0;
  const sameAccount = accountId === null ? claims.sub !== '' : claims.sub === accountId;
  return inOrder && sameAccount && claims.deviceId === deviceId && claims.lectureId === lectureId;
}
