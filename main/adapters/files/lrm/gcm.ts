import { createCipheriv, createDecipheriv } from 'node:crypto';
import { tagSizeBytes } from './format.ts';
import { freeAtOnce } from './free-at-once.ts';

const cipherName = 'aes-256-gcm';
const nothing = new Uint8Array(0);

/** AES-256-GCM (NIST SP 800-38D): ciphertext followed by its 16-byte tag, in `target` (exactly so long) or in a buffer of its own. */
export function gcmSeal(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array = nothing,
  target?: Uint8Array,
): Uint8Array {
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagSizeBytes });
  cipher.setAAD(aad);
  const body = cipher.update(plaintext);
  cipher.final();
  const sealed = target ?? new Uint8Array(body.byteLength + tagSizeBytes);
  sealed.set(body);
  sealed.set(cipher.getAuthTag(), body.byteLength);
  freeAtOnce(body);
  return sealed;
}

/** Opens what `gcmSeal` made; null, and not one byte of plaintext, when the tag does not fit. */
export function gcmOpen(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array = nothing,
): Uint8Array | null {
  if (sealed.byteLength < tagSizeBytes) return null;
  const bodySizeBytes = sealed.byteLength - tagSizeBytes;
  const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength: tagSizeBytes });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(bodySizeBytes));
  const body = decipher.update(sealed.subarray(0, bodySizeBytes));
  try {
    decipher.final();
  } catch {
    body.fill(0);
    return null;
  }
  return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
}
