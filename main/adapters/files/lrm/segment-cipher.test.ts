import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { forgetSecrets, openSegment, sealSegment, segmentNonce } from './segment-cipher.ts';
import { createSegmentMarks } from './segment-marks.ts';

describe('segment cipher', () => {
  it('D4: nonces never come twice in a file: 10^6 segments, last or not', () => {
    const prefix = randomBytes(7);
    const seen = new Set<string>();
    const count = 1_000_000;
    for (let segment = 0; segment < count; segment += 1) {
      seen.add(Buffer.from(segmentNonce(prefix, segment, segment === count - 1)).toString('latin1'));
    }
    seen.add(Buffer.from(segmentNonce(prefix, count - 1, false)).toString('latin1'));
    expect(seen.size).toBe(count + 1);
  });

  it('D4: the nonce is prefix, big-endian number, last flag; a 33-bit number is refused', () => {
    const prefix = Buffer.from('a0a1a2a3a4a5a6', 'hex');
    expect(Buffer.from(segmentNonce(prefix, 0x01020304, true)).toString('hex')).toBe('a0a1a2a3a4a5a60102030401');
    expect(Buffer.from(segmentNonce(prefix, 2 ** 32 - 1, false)).toString('hex')).toBe('a0a1a2a3a4a5a6ffffffff00');
    for (const number of [2 ** 32, -1, 1.5]) expect(() => segmentNonce(prefix, number, false)).toThrow(RangeError);
  });

  it('D4: a segment opens only with its own number, flag, prefix and key', () => {
    const secrets = { fileKey: new Uint8Array(randomBytes(32)), noncePrefix: new Uint8Array(randomBytes(7)) };
    const plaintext = randomBytes(100);
    const sealed = sealSegment(secrets, 5, false, plaintext);
    const damaged = { ok: false, fault: 'damaged-segment' };
    expect(openSegment(secrets, 5, false, sealed)).toEqual({ ok: true, value: new Uint8Array(plaintext) });
    expect(openSegment(secrets, 6, false, sealed)).toEqual({ ...damaged, segment: 6 });
    expect(openSegment(secrets, 5, true, sealed)).toMatchObject(damaged);
    expect(openSegment({ ...secrets, noncePrefix: randomBytes(7) }, 5, false, sealed)).toMatchObject(damaged);
    expect(openSegment({ ...secrets, fileKey: randomBytes(32) }, 5, false, sealed)).toMatchObject(damaged);
    for (let size = 0; size < sealed.byteLength; size += 1) {
      expect(openSegment(secrets, 5, false, sealed.subarray(0, size))).toMatchObject(damaged);
    }
    forgetSecrets(secrets);
    expect(secrets.fileKey).toEqual(new Uint8Array(32));
    expect(openSegment(secrets, 5, false, sealed)).toMatchObject(damaged);
  });

  it('D4: marks are kept for each segment, far apart too', () => {
    const marks = createSegmentMarks('unknown');
    marks.set(3, 'intact');
    marks.set(2 ** 32 - 2, 'busy');
    marks.set(4, 'absent');
    expect([3, 4, 5, 2 ** 32 - 2, 2 ** 31].map((segment) => marks.get(segment))).toEqual([
      'intact',
      'absent',
      'unknown',
      'busy',
      'unknown',
    ]);
  });
});
