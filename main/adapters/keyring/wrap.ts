import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const base64 = z.base64();

export const Wrapped = z.object({ nonce: base64, ciphertext: base64 });
/** A key sealed with AES-256-GCM: 12-byte nonce, ciphertext with its 16-byte tag at the end, both base64. */
export type Wrapped = z.infer<typeof Wrapped>;

/** Seals `key` under `wrappingKey`; `purpose` is authenticated, so that one wrap cannot stand in for another. */
export function wrapKey(key: Uint8Array, wrappingKey: Uint8Array, purpose: string): Wrapped {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(purpose, 'utf8'));
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), ciphertext: sealed.toString('base64') };
}

/** Opens a sealed key; null when the wrapping key or the purpose is another, or a bit was changed. */
export function unwrapKey(wrapped: Wrapped, wrappingKey: Uint8Array, purpose: string): Uint8Array | null {
  const nonce = Buffer.from(wrapped.nonce, 'base64');
  const sealed = Buffer.from(wrapped.ciphertext, 'base64');
  if (nonce.length !== 12 || sealed.length !== 48) return null;
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(purpose, 'utf8'));
  decipher.setAuthTag(sealed.subarray(32));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(0, 32)), decipher.final()]));
  } catch {
    return null;
  }
}
