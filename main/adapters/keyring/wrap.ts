import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const base64 = z.base64();
const tagBytes = 16;

export const Wrapped = z.object({ nonce: base64, ciphertext: base64 });
/** A secret sealed with AES-256-GCM: 12-byte nonce, ciphertext with its 16-byte tag at the end, both base64. */
export type Wrapped = z.infer<typeof Wrapped>;

/** Seals `secret` under `wrappingKey`; `purpose` is authenticated, so that one wrap cannot stand in for another. */
export function wrap(secret: Uint8Array, wrappingKey: Uint8Array, purpose: string): Wrapped {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(purpose, 'utf8'));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), ciphertext: sealed.toString('base64') };
}

/** Opens a sealed secret; null when the wrapping key or the purpose is another, or a bit was changed. */
export function unwrap(wrapped: Wrapped, wrappingKey: Uint8Array, purpose: string): Uint8Array | null {
  const nonce = Buffer.from(wrapped.nonce, 'base64');
  const sealed = Buffer.from(wrapped.ciphertext, 'base64');
  if (nonce.length !== 12 || sealed.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(purpose, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    const opened = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
    return new Uint8Array(Buffer.concat([opened, decipher.final()]));
  } catch {
    return null;
  }
}
