import { z } from 'zod';
import { AssetId } from '../domain/ids.ts';

/** Path of `GET /v1/assets/{id}` and `GET /v1/media/{id}`. */
export const AssetPath = z.object({ id: AssetId });

/** What makes an address of `GET /v1/media/{id}` valid: seconds since 1970 (UTC) and an HMAC over it. */
export const MediaQuery = z.object({
  expires: z.string().regex(/^\d{1,12}$/),
  signature: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

export const AssetLocation = z.object({
  id: AssetId,
  /** Signed and short-lived; same origin as the service. Answers GET and HEAD with Range, strong ETag and Repr-Digest (RFC 9530). */
  url: z.url({ protocol: /^https?$/ }),
  expiresAt: z.iso.datetime(),
  mediaType: z.string().max(100),
  sizeBytes: z.int().min(0),
  /** Strong validator, with its quotes (RFC 9110 §8.8.3). */
  etag: z.string().regex(/^"[\x21\x23-\x7e]*"$/),
  sha256: z.string().regex(/^[a-f0-9]{64}$/),
});
/** Answer of `GET /v1/assets/{id}`: where one file can be fetched now. */
export type AssetLocation = z.infer<typeof AssetLocation>;
