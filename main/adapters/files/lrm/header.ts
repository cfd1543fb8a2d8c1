import {
  formatVersion,
  headerSizeBytes,
  keyIdSizeBytes,
  magicBytes,
  noncePrefixSizeBytes,
  openHeaderSizeBytes,
  saltSizeBytes,
  sealedMediaIdSizeBytes,
} from './format.ts';
import { fail, succeed, type LrmOutcome } from './outcome.ts';
import { isSupportedSize } from './segment-layout.ts';

/** The fields of a version 1 header as they stand in the file; nothing here is authenticated yet. */
export interface LrmHeader {
  readonly segmentSizeBytes: number;
  readonly plainSizeBytes: number;
  readonly keyId: Uint8Array;
  readonly salt: Uint8Array;
  readonly noncePrefix: Uint8Array;
  readonly sealedMediaId: Uint8Array;
}

const at = {
  magic: 0,
  version: 3,
  headerSize: 4,
  segmentSize: 8,
  plainSize: 12,
  keyId: 20,
  salt: 28,
  noncePrefix: 60,
  sealedMediaId: openHeaderSizeBytes,
} as const;

/** Writes the 212 bytes of a header; throws RangeError on a field of the wrong size. */
export function encodeHeader(header: LrmHeader): Uint8Array {
  if (!isSupportedSize(header.plainSizeBytes, header.segmentSizeBytes)) throw new RangeError('lrm: size not supported');
  const bytes = Buffer.alloc(headerSizeBytes);
  bytes.set(magicBytes, at.magic);
  bytes.writeUInt8(formatVersion, at.version);
  bytes.writeUInt32BE(headerSizeBytes, at.headerSize);
  bytes.writeUInt32BE(header.segmentSizeBytes, at.segmentSize);
  bytes.writeBigUInt64BE(BigInt(header.plainSizeBytes), at.plainSize);
  bytes.set(ofSize(header.keyId, keyIdSizeBytes), at.keyId);
  bytes.set(ofSize(header.salt, saltSizeBytes), at.salt);
  bytes.set(ofSize(header.noncePrefix, noncePrefixSizeBytes), at.noncePrefix);
  bytes.set(ofSize(header.sealedMediaId, sealedMediaIdSizeBytes), at.sealedMediaId);
  return bytes;
}

/**
 * Reads a header from the first bytes of a file (fewer than 212 only where the file ends), without a key.
 * Faults: `not-lrm`, `newer-version`, `truncated`, `damaged-header`. The version is looked at before anything that a
 * later version may change. The fields are copies.
 */
export function parseHeader(fileStart: Uint8Array): LrmOutcome<LrmHeader> {
  const bytes = Buffer.from(fileStart.subarray(0, headerSizeBytes));
  const seen = Math.min(bytes.byteLength, magicBytes.length);
  for (let index = 0; index < seen; index += 1) {
    if (bytes[index] !== magicBytes[index]) return fail('not-lrm');
  }
  const version = bytes[at.version];
  if (version === undefined) return fail('truncated');
  if (version > formatVersion) return fail('newer-version');
  if (version < formatVersion) return fail('damaged-header');
  if (bytes.byteLength < headerSizeBytes) return fail('truncated');
  if (bytes.readUInt32BE(at.headerSize) !== headerSizeBytes) return fail('damaged-header');

  const segmentSizeBytes = bytes.readUInt32BE(at.segmentSize);
  const plainSizeBytes = Number(bytes.readBigUInt64BE(at.plainSize));
  if (!isSupportedSize(plainSizeBytes, segmentSizeBytes)) return fail('damaged-header');
  return succeed({
    segmentSizeBytes,
    plainSizeBytes,
    keyId: bytes.subarray(at.keyId, at.salt),
    salt: bytes.subarray(at.salt, at.noncePrefix),
    noncePrefix: bytes.subarray(at.noncePrefix, at.sealedMediaId),
    sealedMediaId: bytes.subarray(at.sealedMediaId),
  });
}

function ofSize(field: Uint8Array, sizeBytes: number): Uint8Array {
  if (field.byteLength !== sizeBytes) throw new RangeError('lrm: header field of the wrong size');
  return field;
}
