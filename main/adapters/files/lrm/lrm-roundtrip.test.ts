import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLrmFile, openLrmReader, openLrmWriter } from './index.ts';
import { openFileOnDisk, type OpenFile } from './random-access-file.ts';
import { independentDecode, independentEncode } from './testing/independent-lrm.ts';
import { faultOf, makeLrm, makeWorkFolder, pieceOf, readAll, valueOf } from './testing/lrm-fixtures.ts';

const mediaKey = new Uint8Array(randomBytes(32));
let work: Awaited<ReturnType<typeof makeWorkFolder>>;
beforeAll(async () => {
  work = await makeWorkFolder();
});
afterAll(() => work.remove());

/** Any plaintext in any segment size, written in any order; up to about 60 segments, or a few of the large ones. */
const anyFile = fc
  .record({
    segmentSizeBytes: fc.integer({ min: 4, max: 20 }).map((power) => 2 ** power),
    mediaId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((id) => Buffer.byteLength(id) <= 128),
  })
  .chain(({ segmentSizeBytes, mediaId }) => {
    const longest = segmentSizeBytes <= 1024 ? segmentSizeBytes * 60 : segmentSizeBytes * 2 + 100;
    const edge = fc.tuple(fc.nat(3), fc.integer({ min: -1, max: 1 })).map(([n, d]) => n * segmentSizeBytes + d);
    const length = fc.oneof(
      fc.nat(longest),
      edge.map((bytes) => Math.max(0, bytes)),
    );
    return length.chain((plainSizeBytes) =>
      fc.record({
        segmentSizeBytes: fc.constant(segmentSizeBytes),
        mediaId: fc.constant(mediaId),
        plaintext: fc.constant(plainSizeBytes).map((size) => new Uint8Array(randomBytes(size))),
        order: fc.shuffledSubarray(segmentNumbers(plainSizeBytes, segmentSizeBytes), {
          minLength: Math.max(1, Math.ceil(plainSizeBytes / segmentSizeBytes)),
        }),
        ends: fc.tuple(fc.nat(plainSizeBytes), fc.nat(plainSizeBytes)),
      }),
    );
  });

function segmentNumbers(plainSizeBytes: number, segmentSizeBytes: number): number[] {
  return Array.from({ length: Math.max(1, Math.ceil(plainSizeBytes / segmentSizeBytes)) }, (_, segment) => segment);
}

describe('an .lrm file', () => {
  it('D4 C1: any plaintext, any segment size, written in any order: every range reads back', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async ({ ends, ...file }) => {
        const path = work.newPath();
        const bytes = await makeLrm({ path, mediaKey, ...file });
        const reader = valueOf(await openLrmReader({ path, mediaKey }));
        expect(reader.info.mediaId).toBe(file.mediaId);
        expect(bytes.byteLength).toBe(reader.info.layout.fileSizeBytes);
        const [start, end] = [Math.min(...ends), Math.max(...ends)];
        const range = valueOf(await readAll(reader.readRange(start, end)));
        const whole = valueOf(await readAll(reader.readRange(0, file.plaintext.byteLength)));
        expect(Buffer.compare(range, file.plaintext.subarray(start, end))).toBe(0);
        expect(Buffer.compare(whole, file.plaintext)).toBe(0);
        expect(valueOf(await reader.verify()).missing).toEqual([]);
        await reader.close();
      }),
      { numRuns: 120 },
    );
  });

  it('D4: an independent implementation reads our files and we read its', async () => {
    const small = anyFile.filter(({ plaintext }) => plaintext.byteLength < 100_000);
    await fc.assert(
      fc.asyncProperty(small, async ({ plaintext, segmentSizeBytes, mediaId, order }) => {
        const path = work.newPath();
        const ours = await makeLrm({ path, mediaKey, plaintext, segmentSizeBytes, mediaId, order });
        const decoded = independentDecode(ours, mediaKey);
        expect(decoded.mediaId).toBe(mediaId);
        expect(Buffer.compare(decoded.plaintext, plaintext)).toBe(0);
        const [salt, noncePrefix] = [ours.subarray(28, 60), ours.subarray(60, 67)];
        const theirs = independentEncode({ mediaKey, mediaId, segmentSizeBytes, salt, noncePrefix, plaintext });
        expect(Buffer.compare(theirs, ours)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('D4: nothing of the plaintext is on the disk, and two files of one lecture have nothing in common', async () => {
    const plaintext = Buffer.from('canary in the coal mine '.repeat(200));
    const files = await Promise.all(
      Array.from({ length: 100 }, () => makeLrm({ path: work.newPath(), mediaKey, plaintext, segmentSizeBytes: 1024 })),
    );
    for (const bytes of files) expect(bytes.includes('canary')).toBe(false);
    const fieldsOf = (from: number, to: number) => new Set(files.map((bytes) => bytes.toString('hex', from, to)));
    expect([fieldsOf(28, 60).size, fieldsOf(60, 67).size, fieldsOf(67, 83).size, fieldsOf(212, 228).size]).toEqual([
      100, 100, 100, 100,
    ]);
  });

  it('D4: a new file is private, and never replaces one that is there', async () => {
    const path = work.newPath();
    await makeLrm({ path, mediaKey, plaintext: randomBytes(50) });
    const before = await readFile(path);
    const options = { path, mediaId: 'b', mediaKey, plainSizeBytes: 1 };
    expect(await createLrmFile(options)).toEqual({ ok: false, fault: 'already-exists', errno: 'EEXIST' });
    expect(await readFile(path)).toEqual(before);
    const othersMay = process.platform === 'win32' ? 0 : (await stat(path)).mode & 0o077;
    expect(othersMay).toBe(0);
  });

  it('D4: bad arguments of the service are outcomes, of the caller errors', async () => {
    const options = { path: work.newPath(), mediaId: 'a', mediaKey, plainSizeBytes: 40, segmentSizeBytes: 16 };
    for (const plainSizeBytes of [-1, 1.5, Number.NaN, 2 ** 60]) {
      expect(faultOf(await createLrmFile({ ...options, plainSizeBytes }))).toBe('unsupported-size');
    }
    expect(faultOf(await createLrmFile({ ...options, mediaId: '' }))).toBe('unsupported-media-id');
    expect(faultOf(await createLrmFile({ ...options, path: `${work.folder}/no/where.lrm` }))).toBe('missing-file');
    expect(faultOf(await openLrmWriter({ path: work.newPath(), mediaKey }))).toBe('missing-file');
    expect(faultOf(await openLrmReader({ path: work.folder, mediaKey }))).toBe('not-lrm');
    await expect(createLrmFile({ ...options, mediaKey: randomBytes(16) })).rejects.toThrow(RangeError);

    const writer = valueOf(await createLrmFile(options));
    await expect(writer.writeSegment(0, randomBytes(15))).rejects.toThrow(RangeError);
    await expect(writer.writeSegment(3, randomBytes(16))).rejects.toThrow(RangeError);
    const both = [writer.writeSegment(1, randomBytes(16)), writer.writeSegment(1, randomBytes(16))];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await writer.close();
  });

  it('D4: many segments may be written at once, and the caller may reuse its buffer at once', async () => {
    const plaintext = new Uint8Array(randomBytes(200 * 64));
    const path = work.newPath();
    const options = { path, mediaId: 'a', mediaKey, plainSizeBytes: plaintext.byteLength, segmentSizeBytes: 64 };
    const writer = valueOf(await createLrmFile(options));
    const buffer = new Uint8Array(64);
    const writes = Array.from({ length: 200 }, (_, segment) => {
      buffer.set(pieceOf(writer, plaintext, segment));
      return writer.writeSegment(segment, buffer);
    });
    for (const outcome of await Promise.all(writes)) expect(outcome).toEqual({ ok: true, value: 'written' });
    await writer.close();
    const reader = valueOf(await openLrmReader({ path, mediaKey }));
    const whole = valueOf(await readAll(reader.readRange(0, plaintext.byteLength)));
    expect(Buffer.compare(whole, plaintext)).toBe(0);
    await reader.close();
  });
});

describe('seeking', () => {
  it('C1 D4: reads only the segments asked for, only as fast as they are taken', async () => {
    const path = work.newPath();
    const plaintext = new Uint8Array(randomBytes(64 * 65_536));
    await makeLrm({ path, mediaKey, plaintext, segmentSizeBytes: 65_536 });
    let bytesRead = 0;
    const openFile: OpenFile = async (name, mode) => {
      const file = await openFileOnDisk(name, mode);
      return {
        ...file,
        readAt: (target, position) => {
          bytesRead += target.byteLength;
          return file.readAt(target, position);
        },
      };
    };
    const reader = valueOf(await openLrmReader({ path, mediaKey, openFile }));
    const cost = async (read: () => Promise<unknown>) => {
      bytesRead = 0;
      await read();
      return bytesRead;
    };
    expect(await cost(() => readAll(reader.readRange(3_000_000, 3_000_001)))).toBe(65_552);
    expect(await cost(() => readAll(reader.readRange(65_535, 65_537)))).toBe(2 * 65_552);
    expect(await cost(() => readAll(reader.readRange(5, 5)))).toBe(0);
    expect(await cost(() => reader.read(63))).toBe(65_552);
    const firstOnly = async () => {
      for await (const piece of reader.readRange(0, plaintext.byteLength)) return piece;
      return undefined;
    };
    expect(await cost(firstOnly)).toBeLessThanOrEqual(4 * (65_536 + 16));
    expect(() => reader.readRange(0, plaintext.byteLength + 1)).toThrow(RangeError);
    await expect(reader.read(64)).rejects.toThrow(RangeError);
    await reader.close();
  });
});
