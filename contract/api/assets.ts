import { z } from 'zod';
import { AssetId } from '../domain/ids.ts';

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
