import { createHash, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKeyId, lrmFileName } from './derive.ts';
import { headerSizeBytes } from './format.ts';
import { encodeHeader, parseHeader } from './header.ts';
import { openHeader, sealHeader } from './header-seal.ts';
import { independentHkdf } from './testing/independent-lrm.ts';
import { faultOf, valueOf } from './testing/lrm-fixtures.ts';

const mediaKey = new Uint8Array(randomBytes(32));

function newHeader(mediaId = 'asset-1', plainSizeBytes = 1000) {
  const salt = randomBytes(32);
  return { mediaId, mediaKey, plainSizeBytes, segmentSizeBytes: 64, salt, noncePrefix: randomBytes(7) };
}

describe('header', () => {
  it('D4: any media id of up to 128 bytes comes back, and the header is always 212 bytes that do not show it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), fc.nat(2 ** 31), (mediaId, size) => {
        fc.pre(Buffer.byteLength(mediaId) <= 128);
        const bytes = valueOf(sealHeader(newHeader(mediaId, size)));
        const { info } = valueOf(openHeader(bytes, mediaKey));
        expect(bytes.byteLength).toBe(headerSizeBytes);
        expect([info.mediaId, info.layout.plainSizeBytes]).toEqual([mediaId, size]);
        expect(mediaId.length > 4 && Buffer.from(bytes).includes(mediaId)).toBe(false);
      }),
    );
  });

  it('D4: refuses a media id that is empty, too long or not Unicode', () => {
    for (const mediaId of ['', 'a'.repeat(129), 'я'.repeat(65), '\ud800']) {
      expect(faultOf(sealHeader(newHeader(mediaId)))).toBe('unsupported-media-id');
    }
    expect(faultOf(sealHeader(newHeader('я'.repeat(64))))).toBe('ok');
  });

  it('D4: any 0 to 300 bytes are parsed or refused, never thrown at', () => {
    const known = new Set(['not-lrm', 'newer-version', 'truncated', 'damaged-header', 'wrong-key']);
    const start = fc
      .constantFrom('', '4c', '4c524d', '4c524d01', '4c524d01000000d4')
      .map((hex) => Buffer.from(hex, 'hex'));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (begin, rest) => {
        expect(known).toContain(faultOf(openHeader(Buffer.concat([begin, rest]), mediaKey)));
      }),
      { numRuns: 500 },
    );
  });

  it('D4: says what is wrong: other file, newer version, cut, other sizes', () => {
    const bytes = Buffer.from(valueOf(sealHeader(newHeader())));
    const changed = (offset: number, hex: string) => {
      const copy = Buffer.from(bytes);
      copy.set(Buffer.from(hex, 'hex'), offset);
      return faultOf(parseHeader(copy));
    };
    expect(faultOf(parseHeader(bytes))).toBe('ok');
    expect(faultOf(parseHeader(Buffer.from('\0\0\0\x18ftypisom')))).toBe('not-lrm');
    expect(changed(3, '02')).toBe('newer-version');
    expect(changed(3, '00')).toBe('damaged-header');
    expect(changed(4, '000000d5')).toBe('damaged-header');
    for (const segmentSize of ['00000000', '00000008', '00000041', '00200000', 'ffffffff']) {
      expect(changed(8, segmentSize)).toBe('damaged-header');
    }
    for (const plainSize of ['ffffffffffffffff', '0020000000000000', '0000010000000000']) {
      expect(changed(12, plainSize)).toBe('damaged-header');
    }
    for (let size = 0; size < headerSizeBytes; size += 1) {
      expect(faultOf(parseHeader(bytes.subarray(0, size)))).toBe('truncated');
    }
  });

  it('D4: encodes what it parsed, and nothing of the wrong size', () => {
    const bytes = valueOf(sealHeader(newHeader()));
    const header = valueOf(parseHeader(bytes));
    expect(Buffer.compare(encodeHeader(header), bytes)).toBe(0);
    for (const field of ['keyId', 'salt', 'noncePrefix', 'sealedMediaId'] as const) {
      expect(() => encodeHeader({ ...header, [field]: new Uint8Array(3) })).toThrow(RangeError);
    }
    expect(() => encodeHeader({ ...header, plainSizeBytes: -1 })).toThrow(RangeError);
    expect(() => encodeHeader({ ...header, segmentSizeBytes: 17 })).toThrow(RangeError);
  });

  it('D4: another key is told from damage', () => {
    const bytes = valueOf(sealHeader(newHeader()));
    expect(faultOf(openHeader(bytes, randomBytes(32)))).toBe('wrong-key');
    expect(Buffer.from(valueOf(parseHeader(bytes)).keyId)).toEqual(Buffer.from(deriveKeyId(mediaKey)));
    expect(() => openHeader(bytes, randomBytes(16))).toThrow(RangeError);
  });

  it('D4: file names and key ids are the documented derivations and say nothing without the key', () => {
    const info = Buffer.concat([
      Buffer.from('lectoroom lrm v1 file name'),
      createHash('sha256').update('asset-1').digest(),
    ]);
    const expected = Buffer.from(independentHkdf(mediaKey, new Uint8Array(0), info, 16)).toString('hex');
    expect(lrmFileName(mediaKey, 'asset-1')).toBe(`${expected}.lrm`);
    expect(lrmFileName(randomBytes(32), 'asset-1')).not.toBe(`${expected}.lrm`);
  });
});
