/**
 * `npm run bench store`: the encrypted store against plain files, alternating in one run. Writing is a whole lecture with one fsync at the end;
 * seeking reads 1 MiB at seeded random places, as a player does after a click.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLrmFile, openLrmReader } from '../main/adapters/files/lrm/index.ts';
import { seededRandom } from '../main/adapters/transfer/testing/seeded-random.ts';
import { atLeast, median, report } from './support/report.ts';

const sizeBytes = 128 * 1024 * 1024;
const segmentSizeBytes = 64 * 1024;
const rounds = 5;
const seeks = 40;
const seekBytes = 1024 * 1024;
const plain = randomBytes(segmentSizeBytes);
const mediaKey = new Uint8Array(randomBytes(32));

async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return (performance.now() - startedAtMs) / 1000;
}

async function writePlain(path: string): Promise<void> {
  const file = await open(path, 'w');
  for (let offset = 0; offset < sizeBytes; offset += segmentSizeBytes) await file.write(plain, 0, plain.length, offset);
  await file.sync();
  await file.close();
}

async function writeEncrypted(path: string): Promise<void> {
  await rm(path, { force: true });
  const made = await createLrmFile({ path, mediaId: 'bench', mediaKey, plainSizeBytes: sizeBytes, segmentSizeBytes });
  if (!made.ok) throw new Error(made.fault);
  for (let segment = 0; segment < sizeBytes / segmentSizeBytes; segment += 1) {
    const written = await made.value.writeSegment(segment, plain);
    if (!written.ok) throw new Error(written.fault);
  }
  const synced = await made.value.sync();
  if (!synced.ok) throw new Error(synced.fault);
  await made.value.close();
}

async function seekPlain(path: string): Promise<void> {
  const place = seededRandom(7);
  const file = await open(path, 'r');
  const buffer = Buffer.alloc(segmentSizeBytes);
  for (let seek = 0; seek < seeks; seek += 1) {
    const start = Math.floor(place() * (sizeBytes - seekBytes));
    for (let read = 0; read < seekBytes; read += buffer.length) await file.read(buffer, 0, buffer.length, start + read);
  }
  await file.close();
}

async function seekEncrypted(path: string): Promise<void> {
  const place = seededRandom(7);
  const opened = await openLrmReader({ path, mediaKey });
  if (!opened.ok) throw new Error(opened.fault);
  for (let seek = 0; seek < seeks; seek += 1) {
    const start = Math.floor(place() * (sizeBytes - seekBytes));
    for await (const piece of opened.value.readRange(start, start + seekBytes))
      if (!piece.ok) throw new Error(piece.fault);
  }
  await opened.value.close();
}

const folder = await mkdtemp(join(tmpdir(), 'lectoroom-bench-'));
try {
  const [plainPath, encryptedPath] = [join(folder, 'plain'), join(folder, 'encrypted.lrm')];
  const times = {
    writePlain: [] as number[],
    writeEncrypted: [] as number[],
    seekPlain: [] as number[],
    seekEncrypted: [] as number[],
  };
  for (let round = 0; round < rounds; round += 1) {
    times.writePlain.push(await seconds(() => writePlain(plainPath)));
    times.writeEncrypted.push(await seconds(() => writeEncrypted(encryptedPath)));
    times.seekPlain.push(await seconds(() => seekPlain(plainPath)));
    times.seekEncrypted.push(await seconds(() => seekEncrypted(encryptedPath)));
  }
  const megabytesPerSecond = (bytes: number, took: readonly number[]) => bytes / 1e6 / median(took);
  const metrics = {
    writePlainMegabytesPerSecond: megabytesPerSecond(sizeBytes, times.writePlain),
    writeEncryptedMegabytesPerSecond: megabytesPerSecond(sizeBytes, times.writeEncrypted),
    seekPlainMegabytesPerSecond: megabytesPerSecond(seeks * seekBytes, times.seekPlain),
    seekEncryptedMegabytesPerSecond: megabytesPerSecond(seeks * seekBytes, times.seekEncrypted),
    seekEncryptedMilliseconds: (median(times.seekEncrypted) * 1000) / seeks,
  };
  await report('store', metrics, [
    // A line of 1 Gbit/s brings 125 MB/s: the store must not be what makes it wait.
    atLeast('writeEncryptedMegabytesPerSecond', metrics.writeEncryptedMegabytesPerSecond, 125),
    atLeast('seekEncryptedMegabytesPerSecond', metrics.seekEncryptedMegabytesPerSecond, 125),
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
