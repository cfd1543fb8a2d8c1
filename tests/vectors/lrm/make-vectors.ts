import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { independentEncode, independentKeys } from '../../../main/adapters/files/lrm/testing/independent-lrm.ts';

/**
 * Made the vectors beside it, once, with the second implementation: `node tests/vectors/lrm/make-vectors.ts`. Never overwrites:
 * a committed vector opens for ever. A later version of the format gets files of its own.
 */

interface VectorPlan {
  readonly name: string;
  readonly about: string;
  readonly mediaId: string;
  readonly segmentSizeBytes: number;
  readonly plainSizeBytes: number;
  readonly firstByte: number;
  readonly refused: readonly {
    readonly why: string;
    readonly offset: number;
    readonly xor: number;
    readonly fault: string;
  }[];
}

const plans: readonly VectorPlan[] = [
  {
    name: 'v1-empty',
    about: 'No plaintext: one empty last segment.',
    mediaId: 'asset-empty',
    segmentSizeBytes: 65_536,
    plainSizeBytes: 0,
    firstByte: 0x10,
    refused: [
      { why: 'first bit of the only tag', offset: 212, xor: 0x80, fault: 'damaged-segment' },
      { why: 'plain length', offset: 19, xor: 0x01, fault: 'damaged-header' },
    ],
  },
  {
    name: 'v1-short',
    about: 'Less than one segment of the default size.',
    mediaId: 'asset-short',
    segmentSizeBytes: 65_536,
    plainSizeBytes: 300,
    firstByte: 0x20,
    refused: [
      { why: 'magic', offset: 0, xor: 0x20, fault: 'not-lrm' },
      { why: 'version 3', offset: 3, xor: 0x02, fault: 'newer-version' },
      { why: 'version 0', offset: 3, xor: 0x01, fault: 'damaged-header' },
      { why: 'header size', offset: 7, xor: 0x01, fault: 'damaged-header' },
      { why: 'segment size 131072, allowed but not what was sealed', offset: 9, xor: 0x03, fault: 'damaged-header' },
      { why: 'key id', offset: 20, xor: 0x01, fault: 'damaged-header' },
      { why: 'salt', offset: 28, xor: 0x01, fault: 'damaged-header' },
      { why: 'nonce prefix', offset: 60, xor: 0x01, fault: 'damaged-header' },
      { why: 'sealed media id', offset: 67, xor: 0x01, fault: 'damaged-header' },
      { why: 'tag of the header', offset: 211, xor: 0x01, fault: 'damaged-header' },
    ],
  },
  {
    name: 'v1-six-segments',
    about: 'Five whole segments and one of 13 bytes; a media id in Cyrillic.',
    mediaId: 'лекция-6',
    segmentSizeBytes: 64,
    plainSizeBytes: 333,
    firstByte: 0x30,
    refused: [
      { why: 'last bit of the last tag', offset: 640, xor: 0x01, fault: 'damaged-segment' },
      { why: 'ciphertext of segment 2', offset: 372, xor: 0x40, fault: 'damaged-segment' },
    ],
  },
  {
    name: 'v1-two-whole-segments',
    about: 'An exact multiple: the last segment is whole, nothing follows it. The longest media id.',
    mediaId: 'a'.repeat(128),
    segmentSizeBytes: 1024,
    plainSizeBytes: 2048,
    firstByte: 0x40,
    refused: [{ why: 'first byte of segment 1', offset: 1252, xor: 0x01, fault: 'damaged-segment' }],
  },
];

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const counting = (from: number, sizeBytes: number) =>
  Uint8Array.from({ length: sizeBytes }, (_, n) => (from + n) & 0xff);

const vectors = plans.map((plan) => {
  const { name, about, mediaId, segmentSizeBytes, plainSizeBytes, firstByte, refused } = plan;
  const mediaKey = counting(firstByte, 32);
  const salt = counting(firstByte + 0x40, 32);
  const noncePrefix = counting(firstByte + 0x80, 7);
  const plaintext = Uint8Array.from({ length: plainSizeBytes }, (_, n) => (n * 7 + 3) % 251);
  const bytes = independentEncode({ mediaKey, mediaId, segmentSizeBytes, salt, noncePrefix, plaintext });
  const header = bytes.subarray(0, 212);
  const keys = independentKeys(mediaKey, salt, header);
  writeFileSync(new URL(`${name}.lrm`, import.meta.url), bytes, { flag: 'wx' });
  return {
    file: `${name}.lrm`,
    about,
    fileSizeBytes: bytes.byteLength,
    fileSha256: sha256(bytes),
    mediaKey: hex(mediaKey),
    mediaId,
    segmentSizeBytes,
    plainSizeBytes,
    plaintextSha256: sha256(plaintext),
    salt: hex(salt),
    noncePrefix: hex(noncePrefix),
    keyId: hex(keys.keyId),
    headerKey: hex(keys.headerKey),
    headerSha256: sha256(header),
    fileKey: hex(keys.fileKey),
    refused,
  };
});
const document = { format: 'lrm', version: 1, plaintext: 'byte n is (n * 7 + 3) mod 251', vectors };
writeFileSync(new URL('v1.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`, { flag: 'wx' });
