import { nonceSizeBytes, noncePrefixSizeBytes, segmentCountLimit, tagSizeBytes } from './format.ts';
import { gcmOpen, gcmSeal } from './gcm.ts';
import { fail, succeed, type LrmOutcome } from './outcome.ts';

/** What is needed to seal and open the segments of one file; forget it with `forgetSecrets`. */
export interface SegmentSecrets {
  readonly fileKey: Uint8Array;
  readonly noncePrefix: Uint8Array;
}

/**
 * The nonce of one segment: prefix ‖ number as uint32 big-endian ‖ 1 for the last segment, else 0.
 * STREAM of Hoang, Reyhanitabar, Rogaway and Vizár (CRYPTO 2015), as laid out by Tink. Throws RangeError at 2^32.
 */
export function segmentNonce(noncePrefix: Uint8Array, segment: number, isLast: boolean): Uint8Array {
  if (!Number.isInteger(segment) || segment < 0 || segment >= segmentCountLimit) {
    throw new RangeError('lrm: a segment number has 32 bits');
  }
  const nonce = Buffer.alloc(nonceSizeBytes);
  nonce.set(noncePrefix);
  nonce.writeUInt32BE(segment, noncePrefixSizeBytes);
  nonce.writeUInt8(isLast ? 1 : 0, nonceSizeBytes - 1);
  return nonce;
}

/** Encrypts one segment into `target` (exactly so long) or a new buffer: ciphertext ‖ tag. Only ever call it twice for a segment with the same plaintext. */
export function sealSegment(
  secrets: SegmentSecrets,
  segment: number,
  isLast: boolean,
  plaintext: Uint8Array,
  target?: Uint8Array,
): Uint8Array {
  return gcmSeal(secrets.fileKey, segmentNonce(secrets.noncePrefix, segment, isLast), plaintext, undefined, target);
}

/** Decrypts one stored segment, or says `damaged-segment`; plaintext that did not authenticate is wiped, not returned. */
export function openSegment(
  secrets: SegmentSecrets,
  segment: number,
  isLast: boolean,
  stored: Uint8Array,
): LrmOutcome<Uint8Array> {
  // A hole: GCM has a tag of zeros for one segment in 2^128, and to take it for absent only fetches it again.
  if (isZero(stored.subarray(-tagSizeBytes))) return fail('damaged-segment', { segment });
  const plaintext = gcmOpen(secrets.fileKey, segmentNonce(secrets.noncePrefix, segment, isLast), stored);
  return plaintext === null ? fail('damaged-segment', { segment }) : succeed(plaintext);
}

function isZero(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0) return false;
  return true;
}

/** Overwrites the key in memory; nothing can be sealed or opened with these secrets afterwards. */
export function forgetSecrets(secrets: SegmentSecrets): void {
  secrets.fileKey.fill(0);
}
