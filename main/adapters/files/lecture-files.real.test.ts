import { readdirSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetId, LocalAccountId } from '../../../contract/domain/ids.ts';
import type { AppErrorCode } from '../../../contract/result.ts';
import type { LectureFiles, MediaReader } from '../../ports.ts';
import { createLectureFiles } from './lecture-files.ts';
import { createLrmFile, segmentLayout, segmentPlace } from './lrm/index.ts';
import { mediaPaths, type MediaPaths } from './media-paths.ts';
import { usualFolder } from '../../../tests/fakes/usual-folder.ts';

const accountId = 'a'.repeat(32) as LocalAccountId;
const assetId = 'asset-1' as AssetId;
const mediaKey = new Uint8Array(32).fill(7);
const segment = 1024;
const sizeBytes = 40 * segment + 100;
const plaintext = Uint8Array.from({ length: sizeBytes }, (_, at) => (at * 31 + Math.floor(at / 256)) % 256);
const layout = segmentLayout(sizeBytes, segment);
const isLinux = process.platform === 'linux';
let downloadFolder: string;
let files: LectureFiles;
let paths: MediaPaths;

beforeEach(async () => {
  downloadFolder = await mkdtemp(join(tmpdir(), 'lectures-'));
  files = createLectureFiles({ folders: usualFolder(downloadFolder) });
  paths = mediaPaths(downloadFolder, accountId, assetId, mediaKey);
  await mkdir(paths.folder, { recursive: true });
  await writeLecture(paths.finished);
});
afterEach(() => rm(downloadFolder, { recursive: true, force: true }));

async function writeLecture(path: string, mediaId: string = assetId): Promise<void> {
  const made = await createLrmFile({ path, mediaId, mediaKey, plainSizeBytes: sizeBytes, segmentSizeBytes: segment });
  if (!made.ok) throw new Error(made.fault);
  for (let at = 0; at < layout.segmentCount; at += 1) {
    await made.value.writeSegment(at, plaintext.subarray(at * segment, (at + 1) * segment));
  }
  await made.value.close();
}

async function openLecture(): Promise<MediaReader> {
  const opened = await files.open(accountId, assetId, mediaKey);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function codeOfOpening(): Promise<AppErrorCode | 'ok'> {
  const opened = await files.open(accountId, assetId, mediaKey);
  if (!opened.ok) return opened.error.code;
  await opened.value.close();
  return 'ok';
}

/** What a stream gave before it ended, and how it ended. */
async function drain(stream: ReadableStream<Uint8Array>): Promise<{ bytes: Buffer; error: unknown }> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of stream) pieces.push(piece);
  } catch (error) {
    return { bytes: Buffer.concat(pieces), error };
  }
  return { bytes: Buffer.concat(pieces), error: null };
}

async function overwrite(position: number, bytes: readonly number[]): Promise<void> {
  const file = await open(paths.finished, 'r+');
  await file.write(Uint8Array.from(bytes), 0, bytes.length, position);
  await file.close();
}

/** Open descriptors on files under the download folder, as the kernel counts them. */
function openDescriptors(): number {
  return readdirSync('/proc/self/fd').filter((number) => {
    try {
      return readlinkSync(`/proc/self/fd/${number}`).startsWith(downloadFolder);
    } catch {
      return false;
    }
  }).length;
}

function noFault(code: AppErrorCode): void {
  throw new Error(code);
}

describe('reading a lecture', () => {
  const ranges = [
    [0, sizeBytes],
    [0, 1],
    [0, 0],
    [sizeBytes, sizeBytes],
    [sizeBytes - 1, sizeBytes],
    [segment - 1, segment + 1],
    [segment, 2 * segment],
    [3 * segment + 5, 9 * segment + 6],
    [40 * segment, sizeBytes],
  ] as const;
  for (const [start, endExclusive] of ranges) {
    it(`C8 D4: gives bytes ${start} to ${endExclusive} and no other`, async () => {
      const reader = await openLecture();
      expect(reader.sizeBytes).toBe(sizeBytes);
      const { bytes, error } = await drain(reader.stream({ start, endExclusive }, noFault));
      expect(error).toBeNull();
      expect(bytes.equals(plaintext.subarray(start, endExclusive))).toBe(true);
      await reader.close();
    });
  }

  it("D4: a range outside the lecture is the caller's bug", async () => {
    const reader = await openLecture();
    expect(() => reader.stream({ start: 0, endExclusive: sizeBytes + 1 }, noFault)).toThrow(RangeError);
    expect(() => reader.stream({ start: -1, endExclusive: 1 }, noFault)).toThrow(RangeError);
    await reader.close();
  });

  it('D4: many readers and many streams at a time do not disturb each other', async () => {
    const readers = await Promise.all([openLecture(), openLecture()]);
    const streams = readers.flatMap((reader) =>
      [0, 1, 2, 3].map((at) => reader.stream({ start: at * 999, endExclusive: sizeBytes - at * 7 }, noFault)),
    );
    const drained = await Promise.all(streams.map(drain));
    drained.forEach(({ bytes }, index) => {
      const at = index % 4;
      expect(bytes.equals(plaintext.subarray(at * 999, sizeBytes - at * 7))).toBe(true);
    });
    await Promise.all(readers.map((reader) => reader.close()));
  });

  it('D4: nothing is read that is not asked for', async () => {
    const reader = await openLecture();
    await overwrite(segmentPlace(layout, 9).fileOffset, [1, 2, 3]);
    const faults: AppErrorCode[] = [];
    const stream = reader.stream({ start: 8 * segment, endExclusive: sizeBytes }, (code) => faults.push(code));
    const taker = stream.getReader();
    expect((await taker.read()).value?.byteLength).toBe(segment);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(faults).toEqual([]);
    await expect(taker.read()).rejects.toThrow('asset-damaged');
    expect(faults).toEqual(['asset-damaged']);
    await reader.close();
  });
});

describe('a lecture that is not right', () => {
  it('C8 D4: a damaged segment ends the stream before one of its bytes, says so once, and the others still read', async () => {
    const reader = await openLecture();
    await overwrite(segmentPlace(layout, 5).fileOffset + 100, [1, 2, 3]);
    const faults: AppErrorCode[] = [];
    const { bytes, error } = await drain(
      reader.stream({ start: 10, endExclusive: sizeBytes }, (code) => faults.push(code)),
    );
    expect(faults).toEqual(['asset-damaged']);
    expect(error).toBeInstanceOf(Error);
    expect(bytes.equals(plaintext.subarray(10, 5 * segment))).toBe(true);
    const rest = await drain(reader.stream({ start: 6 * segment, endExclusive: sizeBytes }, noFault));
    expect(rest.bytes.equals(plaintext.subarray(6 * segment))).toBe(true);
    await reader.close();
  });

  it('C8 D4: a file cut short while it is read is asset-damaged', async () => {
    const reader = await openLecture();
    await truncate(paths.finished, segmentPlace(layout, 7).fileOffset + 9);
    const faults: AppErrorCode[] = [];
    const { bytes } = await drain(reader.stream({ start: 0, endExclusive: sizeBytes }, (code) => faults.push(code)));
    expect(faults).toEqual(['asset-damaged']);
    expect(bytes.byteLength).toBe(7 * segment);
    await reader.close();
  });

  it('C8: a missing file, and a missing folder, are asset-missing', async () => {
    await rm(paths.finished);
    expect(await codeOfOpening()).toBe('asset-missing');
    await rm(downloadFolder, { recursive: true });
    expect(await codeOfOpening()).toBe('asset-missing');
  });

  it('C8: an unfinished file is no lecture', async () => {
    await rename(paths.finished, paths.unfinished);
    expect(await codeOfOpening()).toBe('asset-missing');
  });

  it.each([
    ['cut short', () => truncate(paths.finished, 5000)],
    ['empty', () => truncate(paths.finished, 0)],
    ['with something behind it', () => overwrite(layout.fileSizeBytes, [1])],
    ['with a damaged header', () => overwrite(30, [1, 2, 3])],
    ['that is something else', () => overwrite(0, [1, 2, 3])],
    ['of another asset', () => rm(paths.finished).then(() => writeLecture(paths.finished, 'asset-2'))],
    ['that is a folder', () => rm(paths.finished).then(() => mkdir(paths.finished))],
  ] as const)('C8 D4: a file %s is asset-damaged and leaves no descriptor open', async (_name, spoil) => {
    await spoil();
    expect(await codeOfOpening()).toBe('asset-damaged');
    expect(isLinux ? openDescriptors() : 0).toBe(0);
  });

  it('D4 A6: the key of another account does not even find a lecture', async () => {
    const opened = await files.open(accountId, assetId, new Uint8Array(32).fill(8));
    expect(opened).toEqual({ ok: false, error: { code: 'asset-missing' } });
  });
});

describe('letting go', () => {
  it('C8: a cancelled stream asks for nothing more, and close lets the file go (descriptors counted on Linux)', async () => {
    const reader = await openLecture();
    for (let times = 0; times < 50; times += 1) {
      const taker = reader.stream({ start: times, endExclusive: sizeBytes }, noFault).getReader();
      const pending = taker.read();
      if (times % 2 === 0) await pending;
      await taker.cancel();
      expect((await taker.read()).done).toBe(true);
    }
    expect(isLinux ? openDescriptors() : 1).toBe(1);
    await reader.close();
    await reader.close();
    expect(isLinux ? openDescriptors() : 0).toBe(0);
  });

  it('C8: close under a running stream ends it with an error, and is no fault of the file', async () => {
    const reader = await openLecture();
    const taker = reader.stream({ start: 0, endExclusive: sizeBytes }, noFault).getReader();
    await taker.read();
    await reader.close();
    await expect(taker.read()).rejects.toThrow('disk-failed');
    expect(isLinux ? openDescriptors() : 0).toBe(0);
  });

  it('C8: memory stays flat over thousands of reads', async () => {
    const big = mediaPaths(downloadFolder, accountId, 'big', mediaKey).finished;
    const bigBytes = 32 * 1_048_576;
    const made = await createLrmFile({ path: big, mediaId: 'big', mediaKey, plainSizeBytes: bigBytes });
    if (!made.ok) throw new Error(made.fault);
    const piece = new Uint8Array(65_536).fill(1);
    for (let at = 0; at < bigBytes / 65_536; at += 1) await made.value.writeSegment(at, piece);
    await made.value.close();
    const opened = await files.open(accountId, 'big' as AssetId, mediaKey);
    if (!opened.ok) throw new Error(opened.error.code);
    const readAll = async (): Promise<void> => {
      let bytes = 0;
      const range = { start: 0, endExclusive: bigBytes };
      for await (const part of opened.value.stream(range, noFault)) bytes += part.byteLength;
      expect(bytes).toBe(bigBytes);
    };
    await readAll();
    const before = await heldBytes();
    for (let times = 0; times < 6; times += 1) await readAll();
    expect((await heldBytes()) - before).toBeLessThan(2 * 1_048_576);
    await opened.value.close();
  });
});

describe('room', () => {
  it('D7: remove deletes both files, and nothing of another lecture; doing it again is no error', async () => {
    const other = mediaPaths(downloadFolder, accountId, 'asset-2', mediaKey).finished;
    await writeFile(paths.unfinished, 'x');
    await writeFile(other, 'y');
    expect(await files.remove(accountId, assetId, mediaKey)).toEqual({ ok: true, value: null });
    expect(readdirSync(paths.folder)).toEqual([basename(other)]);
    expect(await files.remove(accountId, assetId, mediaKey)).toEqual({ ok: true, value: null });
    await rm(downloadFolder, { recursive: true });
    expect(await files.remove(accountId, assetId, mediaKey)).toEqual({ ok: true, value: null });
  });

  it("D7: space is what the account's files take and what the disk has left", async () => {
    await writeFile(paths.unfinished, Buffer.alloc(1234));
    const space = await files.space(accountId);
    const usedBytes = (await stat(paths.finished)).size + 1234;
    expect(space).toEqual({ ok: true, value: { usedBytes, freeBytes: expect.any(Number) as number } });
    expect(space.ok && space.value.freeBytes).toBeGreaterThan(0);
  });

  it('D7: before the first download there is a free disk and nothing used', async () => {
    const nobody = createLectureFiles({ folders: usualFolder(join(downloadFolder, 'not', 'yet')) });
    const space = await nobody.space(accountId);
    expect(space.ok && space.value.usedBytes).toBe(0);
    expect(space.ok && space.value.freeBytes).toBeGreaterThan(0);
  });

  it('C8 D7: a folder that is a file, or not to be read, is told, not thrown', async () => {
    await rm(paths.folder, { recursive: true });
    await writeFile(paths.folder, 'x');
    expect(await codeOfOpening()).toBe('asset-missing');
    expect((await files.remove(accountId, assetId, mediaKey)).ok).toBe(true);
    expect((await files.space(accountId)).ok).toBe(true);
  });
});

/** Bytes of buffers that are still in use after the garbage is gone. */
async function heldBytes(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  await new Promise((resolve) => setTimeout(resolve, 20));
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}
