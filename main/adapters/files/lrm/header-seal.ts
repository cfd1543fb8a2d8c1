import { deriveFileKey, deriveHeaderKey, deriveKeyId, headerFingerprint } from './derive.ts';
import { mediaIdMaxBytes, nonceSizeBytes, openHeaderSizeBytes, sealedMediaIdSizeBytes } from './format.ts';
import { gcmOpen, gcmSeal } from './gcm.ts';
import { encodeHeader, parseHeader, type LrmHeader } from './header.ts';
import { fail, succeed, type LrmOutcome } from './outcome.ts';
import type { SegmentSecrets } from './segment-cipher.ts';
import { segmentLayout, type SegmentLayout } from './segment-layout.ts';

/** What a file says about itself once its header has been authenticated. */
export interface LrmInfo {
  /** The id of the asset, 1 to 128 bytes of UTF-8. */
  readonly mediaId: string;
  readonly layout: SegmentLayout;
  /** Names this very file: a library that keeps it notices an older file put in the place of a newer one. */
  readonly fingerprint: string;
}

/** An authenticated header and the secrets of its segments. */
export interface OpenedHeader {
  readonly info: LrmInfo;
  readonly secrets: SegmentSecrets;
}

/** What goes into a new header; salt (32 bytes) and nonce prefix (7 bytes) are random and new for every file. */
export interface NewHeader {
  readonly mediaId: string;
  readonly mediaKey: Uint8Array;
  readonly plainSizeBytes: number;
  readonly segmentSizeBytes: number;
  readonly salt: Uint8Array;
  readonly noncePrefix: Uint8Array;
}

/** The header key seals one message in its life, so its nonce may be constant (NIST SP 800-38D §8: unique per key). */
const headerNonce = new Uint8Array(nonceSizeBytes);

/** Makes the 212 bytes of a new header, or says `unsupported-media-id`. */
export function sealHeader(fields: NewHeader): LrmOutcome<Uint8Array> {
  const block = encodeMediaId(fields.mediaId);
  if (block === null) return fail('unsupported-media-id');
  const { plainSizeBytes, segmentSizeBytes, salt, noncePrefix, mediaKey } = fields;
  const open = { plainSizeBytes, segmentSizeBytes, keyId: deriveKeyId(mediaKey), salt, noncePrefix };
  const blank = encodeHeader({ ...open, sealedMediaId: new Uint8Array(sealedMediaIdSizeBytes) });
  const headerKey = deriveHeaderKey(mediaKey, salt);
  const sealedMediaId = gcmSeal(headerKey, headerNonce, block, openPart(blank));
  headerKey.fill(0);
  return succeed(encodeHeader({ ...open, sealedMediaId }));
}

/** Authenticates a header and derives the file's key. Faults: those of `parseHeader`, and `wrong-key`. */
export function openHeader(fileStart: Uint8Array, mediaKey: Uint8Array): LrmOutcome<OpenedHeader> {
  const parsed = parseHeader(fileStart);
  if (!parsed.ok) return parsed;
  const header = parsed.value;
  const keyId = deriveKeyId(mediaKey);
  const isOurs = Buffer.compare(header.keyId, keyId) === 0;
  // With our key id put in its place the tag still tells whose header it is: so a damaged key id is not "wrong key".
  const block = unseal({ ...header, keyId }, mediaKey);
  if (block === null) return fail(isOurs ? 'damaged-header' : 'wrong-key');
  if (!isOurs) return fail('damaged-header');
  const mediaId = decodeMediaId(block);
  if (mediaId === null) return fail('damaged-header');

  const headerBytes = encodeHeader(header);
  const layout = segmentLayout(header.plainSizeBytes, header.segmentSizeBytes);
  const fileKey = deriveFileKey(mediaKey, header.salt, headerBytes);
  return succeed({
    info: { mediaId, layout, fingerprint: headerFingerprint(headerBytes) },
    secrets: { fileKey, noncePrefix: header.noncePrefix },
  });
}

function unseal(header: LrmHeader, mediaKey: Uint8Array): Uint8Array | null {
  const headerKey = deriveHeaderKey(mediaKey, header.salt);
  const block = gcmOpen(headerKey, headerNonce, header.sealedMediaId, openPart(encodeHeader(header)));
  headerKey.fill(0);
  return block;
}

function openPart(headerBytes: Uint8Array): Uint8Array {
  return headerBytes.subarray(0, openHeaderSizeBytes);
}

/** Length byte, UTF-8, zeros to 129 bytes; null when the id is empty, too long or not well-formed Unicode. */
function encodeMediaId(mediaId: string): Uint8Array | null {
  const utf8 = Buffer.from(mediaId, 'utf8');
  const isWellFormed = utf8.toString('utf8') === mediaId;
  if (!isWellFormed || utf8.byteLength === 0 || utf8.byteLength > mediaIdMaxBytes) return null;
  const block = Buffer.alloc(1 + mediaIdMaxBytes);
  block.writeUInt8(utf8.byteLength, 0);
  block.set(utf8, 1);
  return block;
}

/** The reverse, strict: what would not be encoded to the same bytes again is refused. */
function decodeMediaId(block: Uint8Array): string | null {
  const mediaId = Buffer.from(block.subarray(1, 1 + (block[0] ?? 0))).toString('utf8');
  const again = encodeMediaId(mediaId);
  return again !== null && Buffer.compare(again, block) === 0 ? mediaId : null;
}
