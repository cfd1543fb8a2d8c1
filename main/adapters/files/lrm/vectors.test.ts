import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deriveFileKey, deriveHeaderKey, deriveKeyId } from './derive.ts';
import { openHeader, sealHeader } from './header-seal.ts';
import { openLrmReader } from './index.ts';
import { sealSegment } from './segment-cipher.ts';
import { independentDecode, independentHkdf } from './testing/independent-lrm.ts';
import { inspect, pieceOf, readAll, valueOf } from './testing/lrm-fixtures.ts';

interface Vector {
  readonly file: string;
  readonly fileSizeBytes: number;
  readonly fileSha256: string;
  readonly mediaKey: string;
  readonly mediaId: string;
  readonly segmentSizeBytes: number;
  readonly plainSizeBytes: number;
  readonly plaintextSha256: string;
  readonly salt: string;
  readonly noncePrefix: string;
  readonly keyId: string;
  readonly headerKey: string;
  readonly headerSha256: string;
  readonly fileKey: string;
  readonly refused: readonly {
    readonly why: string;
    readonly offset: number;
    readonly xor: number;
    readonly fault: string;
  }[];
}

const folder = new URL('../../../../tests/vectors/lrm/', import.meta.url);
const { vectors } = JSON.parse(readFileSync(new URL('v1.json', folder), 'utf8')) as { vectors: readonly Vector[] };

const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The committed digests, once more, where a careless new run of the maker cannot change them. */
const committed = new Map([
  ['v1-empty.lrm', '2df70197966f8b52afeddbb0dcd3b3ea1ed64922e91cc9685ace56dd6895503f'],
  ['v1-short.lrm', '67e6945a9dc64451769182dae24b1ce4fbca82d079cf398a6f7224992212873e'],
  ['v1-six-segments.lrm', '4d49301376bd2084640c7cf1c7e46bb8eddf74291ff3edba0838580a6ccad5c1'],
  ['v1-two-whole-segments.lrm', '60041ca74e1d08ca72c414ec52210689ed99251b289fac5131cc0d0367736fd0'],
]);

describe('test vectors of version 1', () => {
  it('D4: are the files that were committed', async () => {
    const seen = await Promise.all(
      vectors.map(async ({ file }) => [file, sha256(await readFile(new URL(file, folder)))] as const),
    );
    expect(new Map(seen)).toEqual(committed);
    expect(vectors.map(({ file, fileSha256 }) => [file, fileSha256])).toEqual([...committed]);
  });

  it.each(vectors)('D4: $file opens', async (vector) => {
    const path = fileURLToPath(new URL(vector.file, folder));
    const reader = valueOf(await openLrmReader({ path, mediaKey: fromHex(vector.mediaKey) }));
    expect(reader.info.mediaId).toBe(vector.mediaId);
    expect(reader.info.fingerprint).toBe(vector.headerSha256.slice(0, 32));
    const { segmentSizeBytes, plainSizeBytes, fileSizeBytes } = reader.info.layout;
    expect([segmentSizeBytes, plainSizeBytes, fileSizeBytes]).toEqual([
      vector.segmentSizeBytes,
      vector.plainSizeBytes,
      vector.fileSizeBytes,
    ]);
    const plaintext = valueOf(await readAll(reader.readRange(0, plainSizeBytes)));
    expect(sha256(plaintext)).toBe(vector.plaintextSha256);
    expect(valueOf(await reader.verify()).missing).toEqual([]);
    await reader.close();
    const independent = independentDecode(await readFile(path), fromHex(vector.mediaKey));
    expect([independent.mediaId, sha256(independent.plaintext)]).toEqual([vector.mediaId, vector.plaintextSha256]);
  });

  it.each(vectors)('D4: $file is what we would write today', async (vector) => {
    const bytes = await readFile(new URL(vector.file, folder));
    const mediaKey = fromHex(vector.mediaKey);
    const { mediaId, plainSizeBytes, segmentSizeBytes } = vector;
    const [salt, noncePrefix] = [fromHex(vector.salt), fromHex(vector.noncePrefix)];
    const header = valueOf(sealHeader({ mediaId, mediaKey, plainSizeBytes, segmentSizeBytes, salt, noncePrefix }));
    expect(hex(deriveKeyId(mediaKey))).toBe(vector.keyId);
    expect(hex(deriveHeaderKey(mediaKey, salt))).toBe(vector.headerKey);
    expect(hex(deriveFileKey(mediaKey, salt, header))).toBe(vector.fileKey);

    const { info, secrets } = valueOf(openHeader(header, mediaKey));
    const plaintext = Uint8Array.from({ length: plainSizeBytes }, (_, n) => (n * 7 + 3) % 251);
    const count = info.layout.segmentCount;
    const segments = Array.from({ length: count }, (_, segment) =>
      sealSegment(secrets, segment, segment === count - 1, pieceOf({ info }, plaintext, segment)),
    );
    expect(hex(Buffer.concat([header, ...segments]))).toBe(hex(bytes));
  });

  it.each(vectors)('D4: $file is refused where the document says so', async (vector) => {
    const original = await readFile(new URL(vector.file, folder));
    const mediaKey = fromHex(vector.mediaKey);
    const { plaintext } = independentDecode(original, mediaKey);
    expect(vector.refused.length).toBeGreaterThan(0);
    for (const { offset, xor, fault } of vector.refused) {
      const bytes = Buffer.from(original);
      bytes.writeUInt8(bytes.readUInt8(offset) ^ xor, offset);
      const seen = await inspect(bytes, mediaKey, plaintext);
      expect(typeof seen === 'string' ? [seen] : seen.filter((is) => is !== 'same')).toEqual([fault]);
    }
  });
});

describe('the second implementation', () => {
  it('D4: its HKDF gives the answers of RFC 5869 A.1 and A.3', () => {
    const key = new Uint8Array(22).fill(0x0b);
    expect(hex(independentHkdf(key, fromHex('000102030405060708090a0b0c'), fromHex('f0f1f2f3f4f5f6f7f8f9'), 42))).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
    expect(hex(independentHkdf(key, new Uint8Array(0), new Uint8Array(0), 42))).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    );
  });
});
