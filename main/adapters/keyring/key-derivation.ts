import { hkdf, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { AccountKeys } from '../../ports.ts';

const hkdfAsync = promisify(hkdf);

/** Cost of the password wrap: N = 2^17, r = 8, p = 1, about 128 MiB and half a second (RFC 7914; OWASP's recommended minimum). */
export const scryptCost = { N: 2 ** 17, r: 8, p: 1 } as const;

/** Bytes of every key here. */
export const keyBytes = 32;

/** A new data key from the operating system's generator. */
export function newDataKey(): Uint8Array {
  return new Uint8Array(randomBytes(keyBytes));
}

/** A 32-byte key for one purpose by HKDF-SHA-256 (RFC 5869); the label keeps purposes apart. */
export async function deriveKey(secret: Uint8Array, label: string): Promise<Uint8Array> {
  return new Uint8Array(await hkdfAsync('sha256', secret, new Uint8Array(0), `lectoroom ${label} v1`, keyBytes));
}

/** The account's keys, each from the data key under a label of its own. */
export async function deriveAccountKeys(dataKey: Uint8Array): Promise<AccountKeys> {
  const [libraryKey, mediaKey] = await Promise.all([deriveKey(dataKey, 'library'), deriveKey(dataKey, 'media')]);
  return { dataKey, libraryKey, mediaKey };
}

/** The key that a password gives with this salt and cost; runs on Node's thread pool. */
export function passwordKey(
  password: string,
  salt: Uint8Array,
  cost: { N: number; r: number; p: number },
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // The same letters typed on two systems may differ in bytes: NFKC makes them one (RFC 8265 §4.2 in spirit).
    const bytes = Buffer.from(password.normalize('NFKC'), 'utf8');
    scrypt(bytes, salt, keyBytes, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) => {
      bytes.fill(0);
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
}
