import type Database from 'better-sqlite3';
import { createHmac } from 'node:crypto';

/**
 * SQLite3 Multiple Ciphers' `chacha20`: every page under ChaCha20 with a fresh random nonce and a Poly1305 tag, in the file and in
 * the WAL alike. A tag binds a page to its number and to the key (utelle.github.io/SQLite3MultipleCiphers/docs/ciphers/cipher_chacha20).
 */
const cipherName = 'chacha20';
/** Bytes of the library key: the cipher's own key size. */
export const keySizeBytes = 32;
const saltSizeBytes = 16;
const rawKeyPrefix = 'raw:';

/** Bytes at the start of an encrypted file that say whose it is: 16 of salt, then 8 that SQLite leaves readable. */
export const fileStartSizeBytes = 24;

/** Bytes 16 to 23 of the header (sqlite.org/fileformat2.html §1.3): 4096-byte pages, WAL, 32 bytes kept for nonce and tag. */
const readableHeader = Uint8Array.of(0x10, 0x00, 2, 2, 32, 64, 32, 32);

/**
 * The salt of a library. With a raw key the cipher derives nothing from it, so it is free to answer one question without decrypting: is
 * this file under this key? It is HMAC-SHA-256 under the key, cut to 16 bytes, and tells nothing else about the key.
 */
function saltOfKey(libraryKey: Uint8Array): Buffer {
  return createHmac('sha256', libraryKey).update('lectoroom library v1 key check').digest().subarray(0, saltSizeBytes);
}

/**
 * Gives a connection its key, before anything else is asked of it. `raw:` and 48 bytes (key, salt) leave out the cipher's slow PBKDF2,
 * which a random key does not need; as bytes, never as SQL text, so no error and no trace can repeat it.
 */
export function giveKey(database: Database.Database, libraryKey: Uint8Array): void {
  database.pragma(`cipher = '${cipherName}'`);
  const rawKey = Buffer.concat([Buffer.from(rawKeyPrefix, 'ascii'), libraryKey, saltOfKey(libraryKey)]);
  (database as KeyedDatabase).key(rawKey);
  rawKey.fill(0);
}

/** `key` of better-sqlite3-multiple-ciphers, which the types of better-sqlite3 do not have. */
interface KeyedDatabase extends Database.Database {
  key(key: Buffer): number;
}

/** Tells from a file's first 24 bytes: ours under this key, ours under another key, or not a whole library at all. */
export function recogniseFile(fileStart: Uint8Array, libraryKey: Uint8Array): 'ours' | 'other-key' | 'damaged' {
  if (Buffer.compare(fileStart.subarray(saltSizeBytes), readableHeader) !== 0) return 'damaged';
  return saltOfKey(libraryKey).equals(fileStart.subarray(0, saltSizeBytes)) ? 'ours' : 'other-key';
}
