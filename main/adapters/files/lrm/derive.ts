import { createHash, hkdfSync } from 'node:crypto';
import { keyIdSizeBytes, keySizeBytes } from './format.ts';

/**
 * Keys of `.lrm` by HKDF-SHA-256 (RFC 5869). Each label begins with the format's name and version, and none is the
 * beginning of another, so no two uses can ever share a key.
 */
const label = {
  keyId: 'lectoroom lrm v1 key id',
  header: 'lectoroom lrm v1 header',
  segments: 'lectoroom lrm v1 segments',
  fileName: 'lectoroom lrm v1 file name',
} as const;

const noSalt = new Uint8Array(0);

/** Eight bytes that name a media key without helping to find it: HKDF, empty salt. */
export function deriveKeyId(mediaKey: Uint8Array): Uint8Array {
  return derive(mediaKey, noSalt, label.keyId, noSalt, keyIdSizeBytes);
}

/** The key that seals the header's media id; used for exactly one message, because the salt is fresh for each file. */
export function deriveHeaderKey(mediaKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return derive(mediaKey, salt, label.header, noSalt, keySizeBytes);
}

/** The key of all segments of one file; any other bit anywhere in the header gives another key. */
export function deriveFileKey(mediaKey: Uint8Array, salt: Uint8Array, headerBytes: Uint8Array): Uint8Array {
  return derive(mediaKey, salt, label.segments, sha256(headerBytes), keySizeBytes);
}

/** A file name for one media id that only the holder of the key can connect with it: 32 hexadecimal digits and `.lrm`. */
export function lrmFileName(mediaKey: Uint8Array, mediaId: string): string {
  const name = derive(mediaKey, noSalt, label.fileName, sha256(Buffer.from(mediaId, 'utf8')), 16);
  return `${Buffer.from(name).toString('hex')}.lrm`;
}

/** Names this very file, not only its lecture: the first 16 bytes of SHA-256 of the header, in hexadecimal. */
export function headerFingerprint(headerBytes: Uint8Array): string {
  return Buffer.from(sha256(headerBytes)).toString('hex').slice(0, 32);
}

function derive(key: Uint8Array, salt: Uint8Array, use: string, context: Uint8Array, sizeBytes: number): Uint8Array {
  if (key.byteLength !== keySizeBytes) throw new RangeError('lrm: the media key has 32 bytes');
  const info = Buffer.concat([Buffer.from(use, 'ascii'), context]);
  return new Uint8Array(hkdfSync('sha256', key, salt, info, sizeBytes));
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
