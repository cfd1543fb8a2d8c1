import { createHash, createHmac } from 'node:crypto';
import { gcm } from '@noble/ciphers/aes.js';

/**
 * A second implementation of `docs/file-format.md`, written from the document and sharing no line with the first: GCM from
 * @noble/ciphers (pure JavaScript) and HKDF spelled out from RFC 5869. Whole files in memory; for tests only.
 */

/** What an independent file is made of. */
export interface IndependentFile {
  readonly mediaKey: Uint8Array;
  readonly mediaId: string;
  readonly segmentSizeBytes: number;
  readonly salt: Uint8Array;
  readonly noncePrefix: Uint8Array;
  readonly plaintext: Uint8Array;
}

/** HKDF-SHA-256, RFC 5869 §2.2 and §2.3. */
export function independentHkdf(key: Uint8Array, salt: Uint8Array, info: Uint8Array, sizeBytes: number): Uint8Array {
  const hmac = (secret: Uint8Array, ...parts: Uint8Array[]) =>
    parts.reduce((mac, part) => mac.update(part), createHmac('sha256', secret)).digest();
  const pseudoRandomKey = hmac(salt.byteLength === 0 ? new Uint8Array(32) : salt, key);
  let block = Buffer.alloc(0);
  let output = Buffer.alloc(0);
  for (let counter = 1; output.byteLength < sizeBytes; counter += 1) {
    block = Buffer.from(hmac(pseudoRandomKey, block, info, Uint8Array.of(counter)));
    output = Buffer.concat([output, block]);
  }
  return new Uint8Array(output.subarray(0, sizeBytes));
}

/** The keys of a file, for the test vectors. */
export function independentKeys(mediaKey: Uint8Array, salt: Uint8Array, header: Uint8Array) {
  const digest = createHash('sha256').update(header).digest();
  const segmentsInfo = Buffer.concat([ascii('lectoroom lrm v1 segments'), digest]);
  return {
    keyId: independentHkdf(mediaKey, new Uint8Array(0), ascii('lectoroom lrm v1 key id'), 8),
    headerKey: independentHkdf(mediaKey, salt, ascii('lectoroom lrm v1 header'), 32),
    fileKey: independentHkdf(mediaKey, salt, segmentsInfo, 32),
  };
}

/** Builds a whole file. */
export function independentEncode(file: IndependentFile): Uint8Array {
  const { mediaKey, salt, noncePrefix, plaintext, segmentSizeBytes } = file;
  const open = Buffer.alloc(67);
  open.write('LRM\x01', 0, 'latin1');
  open.writeUInt32BE(212, 4);
  open.writeUInt32BE(segmentSizeBytes, 8);
  open.writeBigUInt64BE(BigInt(plaintext.byteLength), 12);
  const early = independentKeys(mediaKey, salt, open);
  open.set(early.keyId, 20);
  open.set(salt, 28);
  open.set(noncePrefix, 60);
  const block = Buffer.alloc(129);
  block.writeUInt8(Buffer.byteLength(file.mediaId), 0);
  block.write(file.mediaId, 1, 'utf8');
  const header = Buffer.concat([open, gcm(early.headerKey, new Uint8Array(12), open).encrypt(block)]);

  const { fileKey } = independentKeys(mediaKey, salt, header);
  const segments: Uint8Array[] = [];
  for (let from = 0, number = 0; from < plaintext.byteLength || number === 0; from += segmentSizeBytes, number += 1) {
    const isLast = from + segmentSizeBytes >= plaintext.byteLength;
    const piece = plaintext.subarray(from, from + segmentSizeBytes);
    segments.push(gcm(fileKey, independentNonce(noncePrefix, number, isLast)).encrypt(piece));
  }
  return Buffer.concat([header, ...segments]);
}

/** Reads a whole file; throws on anything that does not authenticate. */
export function independentDecode(bytes: Uint8Array, mediaKey: Uint8Array): { mediaId: string; plaintext: Uint8Array } {
  const file = Buffer.from(bytes);
  const header = file.subarray(0, 212);
  const salt = header.subarray(28, 60);
  const noncePrefix = header.subarray(60, 67);
  const keys = independentKeys(mediaKey, salt, header);
  const block = gcm(keys.headerKey, new Uint8Array(12), header.subarray(0, 67)).decrypt(header.subarray(67));
  const mediaId = Buffer.from(block.subarray(1, 1 + (block[0] ?? 0))).toString('utf8');

  const stride = header.readUInt32BE(8) + 16;
  const pieces: Uint8Array[] = [];
  for (let at = 212, number = 0; at < file.byteLength; at += stride, number += 1) {
    const isLast = at + stride >= file.byteLength;
    pieces.push(
      gcm(keys.fileKey, independentNonce(noncePrefix, number, isLast)).decrypt(file.subarray(at, at + stride)),
    );
  }
  return { mediaId, plaintext: Buffer.concat(pieces) };
}

function independentNonce(prefix: Uint8Array, number: number, isLast: boolean): Uint8Array {
  const counter = [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff);
  return Uint8Array.from([...prefix, ...counter, isLast ? 1 : 0]);
}

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'ascii');
}
