import { randomBytes } from 'node:crypto';
import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLrmFile, openLrmReader, openLrmWriter } from './index.ts';
import { segmentPlace } from './segment-layout.ts';
import {
  faultOf,
  makeLrm,
  makeWorkFolder,
  pieceOf,
  readAll,
  twentySegments,
  valueOf,
  writeRuns,
} from './testing/lrm-fixtures.ts';

const mediaKey = new Uint8Array(randomBytes(32));
const { plaintext, segmentSizeBytes } = twentySegments;
let work: Awaited<ReturnType<typeof makeWorkFolder>>;
let finished: Buffer;
beforeAll(async () => {
  work = await makeWorkFolder();
  finished = await makeLrm({ path: work.newPath(), mediaKey, plaintext, segmentSizeBytes });
});
afterAll(() => work.remove());

/** Opens what a crash left, fetches what the scan misses, and tells what was found and what it became. */
async function resume(path: string): Promise<{ intact: boolean[]; isIdentical: boolean }> {
  const writer = valueOf(await openLrmWriter({ path, mediaKey }));
  const scan = valueOf(await writer.scanIntact());
  await writeRuns(writer, plaintext, scan.missing);
  valueOf(await writer.sync());
  await writer.close();
  const intact = Array.from({ length: 20 }, (_, n) =>
    scan.intact.some((run) => run.first <= n && n < run.endExclusive),
  );
  return { intact, isIdentical: Buffer.compare(await readFile(path), finished) === 0 };
}

/** Which segments of the finished file are whole within the first bytes. */
function wholeWithin(sizeBytes: number): boolean[] {
  const stored = (segment: number) =>
    212 + Math.min((segment + 1) * (segmentSizeBytes + 16), finished.byteLength - 212);
  return Array.from({ length: 20 }, (_, segment) => stored(segment) <= sizeBytes);
}

describe('resume', () => {
  it('D3 D4: cut at every single byte, a file is gone on with and ends identical', async () => {
    const path = work.newPath();
    for (let size = 212; size < finished.byteLength; size += 1) {
      await writeFile(path, finished.subarray(0, size));
      expect(await resume(path)).toEqual({ intact: wholeWithin(size), isIdentical: true });
    }
  });

  it('D3 D4: cut within the header there is nothing to go on with', async () => {
    const path = work.newPath();
    for (let size = 0; size < 212; size += 1) {
      await writeFile(path, finished.subarray(0, size));
      expect(faultOf(await openLrmWriter({ path, mediaKey }))).toBe('truncated');
    }
  });

  it('D3 D4: after a power cut any segments may be holes or torn; exactly those are fetched again', async () => {
    const state = fc.constantFrom('whole', 'hole', 'torn', 'garbage');
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 20, maxLength: 20 }), async (states) => {
        const path = work.newPath();
        const bytes = Buffer.from(finished);
        for (const [segment, is] of states.entries()) {
          const from = 212 + segment * 32;
          const to = Math.min(from + 32, bytes.byteLength);
          if (is === 'hole') bytes.fill(0, from, to);
          if (is === 'torn') bytes.fill(0, from + 9, to);
          if (is === 'garbage') bytes.set(randomBytes(to - from), from);
        }
        await writeFile(path, bytes);
        expect(await resume(path)).toEqual({ intact: states.map((is) => is === 'whole'), isIdentical: true });
      }),
      { numRuns: 100 },
    );
  });

  it('D3 D4: segments written out of order leave holes that count as missing', async () => {
    const path = work.newPath();
    const options = { path, mediaId: 'asset-1', mediaKey, plainSizeBytes: plaintext.byteLength, segmentSizeBytes };
    const writer = valueOf(await createLrmFile(options));
    for (const segment of [17, 3, 4]) valueOf(await writer.writeSegment(segment, pieceOf(writer, plaintext, segment)));
    await writer.close();
    const reader = valueOf(await openLrmReader({ path, mediaKey, allowIncomplete: true }));
    expect(valueOf(await reader.verify()).intact).toEqual([
      { first: 3, endExclusive: 5 },
      { first: 17, endExclusive: 18 },
    ]);
    expect(Buffer.compare(valueOf(await reader.read(17)), pieceOf(reader, plaintext, 17))).toBe(0);
    expect([faultOf(await reader.read(5)), faultOf(await reader.read(19))]).toEqual(['damaged-segment', 'truncated']);
    expect(faultOf(await readAll(reader.readRange(48, 96)))).toBe('damaged-segment');
    await reader.close();
    expect(faultOf(await openLrmReader({ path, mediaKey }))).toBe('truncated');
  });

  it('D3 D4: a segment that is there is never overwritten with other content', async () => {
    const path = work.newPath();
    await writeFile(path, finished);
    const other = new Uint8Array(16).fill(7);
    for (const scanFirst of [false, true]) {
      const writer = valueOf(await openLrmWriter({ path, mediaKey }));
      if (scanFirst) await writer.scanIntact();
      expect(await writer.writeSegment(2, pieceOf(writer, plaintext, 2))).toEqual({ ok: true, value: 'already-there' });
      expect(await writer.writeSegment(2, other)).toEqual({ ok: false, fault: 'different-content', segment: 2 });
      expect(await writer.writeSegment(2, other)).toMatchObject({ fault: 'different-content' });
      await writer.close();
    }
    const fresh = { path: work.newPath(), mediaId: 'a', mediaKey, plainSizeBytes: 32, segmentSizeBytes: 16 };
    const writer = valueOf(await createLrmFile(fresh));
    valueOf(await writer.writeSegment(0, other));
    expect(faultOf(await writer.writeSegment(0, randomBytes(16)))).toBe('different-content');
    await writer.close();
    expect(Buffer.compare(await readFile(path), finished)).toBe(0);
  });

  it('D8: repair fetches the damaged segment only', async () => {
    const path = work.newPath();
    const bytes = Buffer.from(finished);
    bytes.writeUInt8(bytes.readUInt8(212 + 6 * 32 + 3) ^ 0x10, 212 + 6 * 32 + 3);
    await writeFile(path, bytes);
    const reader = valueOf(await openLrmReader({ path, mediaKey }));
    const progress: number[] = [];
    const { missing } = valueOf(
      await reader.verify({ onProgress: ({ checkedSegments }) => progress.push(checkedSegments) }),
    );
    await reader.close();
    expect(missing).toEqual([{ first: 6, endExclusive: 7 }]);
    expect([progress.length, progress.at(-1)]).toEqual([20, 20]);
    const writer = valueOf(await openLrmWriter({ path, mediaKey }));
    await writeRuns(writer, plaintext, missing);
    await writer.close();
    expect(Buffer.compare(await readFile(path), finished)).toBe(0);
  });

  it('D8: a scan can be cancelled', async () => {
    const path = work.newPath();
    await writeFile(path, finished);
    const reader = valueOf(await openLrmReader({ path, mediaKey }));
    const controller = new AbortController();
    const scan = reader.verify({
      signal: controller.signal,
      onProgress: ({ checkedSegments }) => checkedSegments === 4 && controller.abort(),
    });
    expect(faultOf(await scan)).toBe('cancelled');
    await reader.close();
  });

  it('D3: a reader follows a file that is still being written, and notices when it shrinks', async () => {
    const [from, path] = [work.newPath(), work.newPath()];
    await writeFile(from, finished.subarray(0, 212));
    await copyFile(from, path);
    const writer = valueOf(await openLrmWriter({ path, mediaKey }));
    const reader = valueOf(await openLrmReader({ path, mediaKey, allowIncomplete: true }));
    expect(faultOf(await reader.read(0))).toBe('truncated');
    valueOf(await writer.writeSegment(0, pieceOf(writer, plaintext, 0)));
    expect(faultOf(await reader.read(0))).toBe('ok');
    await truncate(path, segmentPlace(reader.info.layout, 0).fileOffset + 31);
    expect(faultOf(await reader.read(0))).toBe('truncated');
    await Promise.all([writer.close(), reader.close()]);
  });
});
