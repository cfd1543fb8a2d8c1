import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { freeAtOnce } from './free-at-once.ts';
import { gcmOpen, gcmSeal } from './gcm.ts';

describe('memory of answers', () => {
  it('D3: bytes with a buffer of their own are given back; a part of a buffer stays, and with it whoever else is in it', () => {
    const own = new Uint8Array(65_536).fill(1);
    freeAtOnce(own);
    expect(own.byteLength).toBe(0);
    const shared = new Uint8Array(64).fill(1);
    freeAtOnce(shared.subarray(0, 32));
    freeAtOnce(Buffer.from('in the pool of all small buffers'));
    expect(shared).toEqual(new Uint8Array(64).fill(1));
  });

  it('D4: what was sealed into a buffer stays there, while the memory of its maker goes', () => {
    const [key, nonce] = [randomBytes(32), randomBytes(12)];
    const target = new Uint8Array(65_552);
    const plaintexts = [1, 2, 3].map((value) => new Uint8Array(65_536).fill(value));
    const digests = plaintexts.map((plaintext) => {
      expect(gcmSeal(key, nonce, plaintext, undefined, target)).toBe(target);
      return createHash('sha256')
        .update(gcmOpen(key, nonce, target) ?? '')
        .digest('hex');
    });
    expect(digests).toEqual(plaintexts.map((plaintext) => createHash('sha256').update(plaintext).digest('hex')));
  });
});
