import { randomBytes } from 'node:crypto';
import { appendFile, writeFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLrmReader, openLrmWriter } from './index.ts';
import { independentEncode } from './testing/independent-lrm.ts';
import { faultOf, inspect, makeLrm, makeWorkFolder, readAll, twentySegments, valueOf } from './testing/lrm-fixtures.ts';

const mediaKey = new Uint8Array(randomBytes(32));
const { plaintext, segmentSizeBytes } = twentySegments;
const storedSize = segmentSizeBytes + 16;
const allSame = Array.from({ length: 20 }, () => 'same');
let work: Awaited<ReturnType<typeof makeWorkFolder>>;
let path: string;
let original: Buffer;
beforeAll(async () => {
  work = await makeWorkFolder();
  path = work.newPath();
  original = await makeLrm({ path, mediaKey, plaintext, segmentSizeBytes });
});
afterAll(() => work.remove());

/** A file that differs from the original in what stands at some segments' places. */
function rearranged(order: readonly number[]): Buffer {
  const pieces = order.map((segment) =>
    original.subarray(212 + segment * storedSize, 212 + (segment + 1) * storedSize),
  );
  return Buffer.concat([original.subarray(0, 212), ...pieces]);
}

/** What a reader must make of the original with one bit changed. */
function afterFlip(offset: number, mask: number): string | string[] {
  if (offset < 3) return 'not-lrm';
  if (offset === 3) return mask === 1 ? 'damaged-header' : 'newer-version';
  if (offset < 212) return 'damaged-header';
  const damaged = Math.floor((offset - 212) / storedSize);
  return allSame.map((is, segment) => (segment === damaged ? 'damaged-segment' : is));
}

describe('a changed file', () => {
  it('D4: every single bit of a file of 20 segments, header included, is noticed and costs only its segment', async () => {
    for (let bit = 0; bit < original.byteLength * 8; bit += 1) {
      const [offset, mask] = [bit >> 3, 1 << (bit & 7)];
      const bytes = Buffer.from(original);
      bytes.writeUInt8(bytes.readUInt8(offset) ^ mask, offset);
      const seen = await inspect(bytes, mediaKey, plaintext);
      expect(seen).toEqual(afterFlip(offset, mask));
    }
  });

  it('D4: the same on the disk as in memory: a bit in each part of the file', async () => {
    for (const [offset, expected] of [
      [0, 'not-lrm'],
      [20, 'damaged-header'],
      [211, 'damaged-header'],
      [212, 'damaged-segment'],
      [227, 'damaged-segment'],
      [243, 'damaged-segment'],
    ] as const) {
      const bytes = Buffer.from(original);
      bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
      await writeFile(path, bytes);
      const reader = await openLrmReader({ path, mediaKey });
      expect(reader.ok ? faultOf(await reader.value.read(0)) : reader.fault).toBe(expected);
      if (reader.ok) await reader.value.close();
    }
  });

  it('D4: cut at every single byte, it is refused; opened as incomplete, only whole segments are read', async () => {
    for (let size = 0; size < original.byteLength; size += 1) {
      const bytes = original.subarray(0, size);
      expect(await inspect(bytes, mediaKey, plaintext)).toBe('truncated');
      if (size < 212) continue;
      const seen = await inspect(bytes, mediaKey, plaintext, true);
      expect(seen).toEqual(allSame.map((is, n) => ((n + 1) * storedSize + 212 <= size ? is : 'truncated')));
    }
  });

  it('D4: with anything appended it is refused, also when that happens after opening', async () => {
    for (const extra of [1, 15, 16, 17, storedSize, 5000]) {
      const bytes = Buffer.concat([original, randomBytes(extra)]);
      await writeFile(path, bytes);
      expect(await inspect(bytes, mediaKey, plaintext)).toBe('too-long');
      expect(await inspect(bytes, mediaKey, plaintext, true)).toBe('too-long');
      expect(faultOf(await openLrmWriter({ path, mediaKey }))).toBe('too-long');
    }
    await writeFile(path, original);
    const reader = valueOf(await openLrmReader({ path, mediaKey }));
    await appendFile(path, 'x');
    expect(faultOf(await reader.read(19))).toBe('too-long');
    expect(faultOf(await reader.verify())).toBe('too-long');
    expect(faultOf(await reader.read(0))).toBe('ok');
    await reader.close();
  });

  it('D4: every swap and every copy of one segment over another is noticed', async () => {
    const inOrder = Array.from({ length: 20 }, (_, segment) => segment);
    for (let one = 0; one < 19; one += 1) {
      for (let other = 0; other < 19; other += 1) {
        if (one === other) continue;
        const copied = inOrder.map((segment) => (segment === one ? other : segment));
        const swapped = copied.map((segment, place) => (place === other ? one : segment));
        for (const order of other < one ? [copied, swapped] : [copied]) {
          const expected = order.map((segment, place) => (segment === place ? 'same' : 'damaged-segment'));
          expect(await inspect(rearranged(order), mediaKey, plaintext)).toEqual(expected);
        }
      }
    }
  });

  it('D4: in any other order, with any segments doubled, never a wrong byte', async () => {
    const anyOrder = fc.array(fc.nat(18), { minLength: 19, maxLength: 19 }).map((order) => [...order, 19]);
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        const expected = order.map((segment, place) => (segment === place ? 'same' : 'damaged-segment'));
        expect(await inspect(rearranged(order), mediaKey, plaintext)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('D4: a segment of another file does not fit, even of the same lecture under the same key', async () => {
    const sibling = await makeLrm({ path: work.newPath(), mediaKey, plaintext, segmentSizeBytes });
    for (let segment = 0; segment < 20; segment += 1) {
      const from = 212 + segment * storedSize;
      const bytes = Buffer.from(original);
      bytes.set(sibling.subarray(from, from + storedSize), from);
      const expected = allSame.map((is, n) => (n === segment ? 'damaged-segment' : is));
      expect(await inspect(bytes, mediaKey, plaintext)).toEqual(expected);
    }
    const grafted = Buffer.concat([sibling.subarray(0, 212), original.subarray(212)]);
    expect(await inspect(grafted, mediaKey, plaintext)).toEqual(allSame.map(() => 'damaged-segment'));
  });

  it('D4: cut at a segment border with the length in the header made to fit, it is refused', async () => {
    for (let count = 1; count < 20; count += 1) {
      const bytes = Buffer.from(original.subarray(0, 212 + count * storedSize));
      bytes.writeBigUInt64BE(BigInt(count * segmentSizeBytes), 12);
      expect(await inspect(bytes, mediaKey, plaintext)).toBe('damaged-header');
    }
  });

  it('D4: even with the header sealed anew by someone who has the key, no old segment fits it', async () => {
    const [salt, noncePrefix] = [original.subarray(28, 60), original.subarray(60, 67)];
    for (const count of [1, 7, 19]) {
      const shorter = plaintext.subarray(0, count * segmentSizeBytes);
      const file = { mediaKey, mediaId: 'asset-1', segmentSizeBytes, salt, noncePrefix, plaintext: shorter };
      const header = independentEncode(file).subarray(0, 212);
      const bytes = Buffer.concat([header, original.subarray(212, 212 + count * storedSize)]);
      const expected = Array.from({ length: count }, () => 'damaged-segment');
      expect(await inspect(bytes, mediaKey, plaintext)).toEqual(expected);
    }
  });

  it('D4: any damage at all: never a byte that was not written', async () => {
    const edit = fc.record({
      at: fc.nat(original.byteLength - 1),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(60), async (edits, cut) => {
        let bytes = Buffer.from(original);
        for (const { at, bytes: other } of edits) bytes.set(other.slice(0, bytes.byteLength - at), at);
        bytes = bytes.subarray(0, bytes.byteLength - cut);
        expect(await inspect(bytes, mediaKey, plaintext, true)).not.toContain('OTHER BYTES');
      }),
      { numRuns: 300 },
    );
  });

  it('D4: a range ends at the damaged segment, after the whole ones before it', async () => {
    const bytes = Buffer.from(original);
    bytes.fill(0, 212 + 5 * storedSize, 212 + 5 * storedSize + 8);
    await writeFile(path, bytes);
    const reader = valueOf(await openLrmReader({ path, mediaKey }));
    const seen: string[] = [];
    for await (const piece of reader.readRange(40, 200))
      seen.push(piece.ok ? `${piece.value.byteLength}` : piece.fault);
    expect(seen).toEqual(['8', '16', '16', 'damaged-segment']);
    expect(await readAll(reader.readRange(80, 96))).toEqual({ ok: false, fault: 'damaged-segment', segment: 5 });
    expect(faultOf(await readAll(reader.readRange(96, 200)))).toBe('ok');
    await reader.close();
  });

  it('D4 A6: any other key is told so', async () => {
    const otherKey = fc.uint8Array({ minLength: 32, maxLength: 32 });
    await fc.assert(
      fc.asyncProperty(otherKey, async (key) => {
        expect(await inspect(original, key, plaintext)).toBe('wrong-key');
      }),
      { numRuns: 50 },
    );
  });
});
