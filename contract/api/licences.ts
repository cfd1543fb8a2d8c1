import { z } from 'zod';
import { DeviceId, LectureId } from '../domain/ids.ts';

export const LicenceRequest = z.object({ lectureId: LectureId, deviceId: DeviceId });
/** Body of `POST /v1/licences`. */
export type LicenceRequest = z.infer<typeof LicenceRequest>;

export const LicenceAnswer = z.object({
  /** Compact JWS (RFC 7515), alg EdDSA over Ed25519 (RFC 8037). Payload: `LicenceClaims`. */
  licence: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/),
});
/** Answer of `POST /v1/licences`. */
export type LicenceAnswer = z.infer<typeof LicenceAnswer>;

export const LicenceClaims = z.object({
  /** Account id. */
  sub: z.string(),
  deviceId: DeviceId,
  lectureId: LectureId,
  /** Seconds since 1970, UTC (RFC 7519 NumericDate). */
  iat: z.int(),
  nbf: z.int(),
  exp: z.int(),
});
/** What a licence says. */
export type LicenceClaims = z.infer<typeof LicenceClaims>;

export const KeySet = z.object({
  keys: z.array(
    z.object({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
      kid: z.string(),
      alg: z.literal('EdDSA'),
      use: z.literal('sig'),
    }),
  ),
});
/** Answer of `GET /v1/keys` (JWKS, RFC 7517). */
export type KeySet = z.infer<typeof KeySet>;
