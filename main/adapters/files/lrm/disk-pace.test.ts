import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskPace, type DiskPace } from './disk-pace.ts';
import { openOnDisk } from './random-access-file.ts';

const mebibyte = 1024 * 1024;

/** A pace after one sync of so many bytes that took so long. */
function paceAfter(bytes: number, tookMs: number): DiskPace {
  let nowMs = 0;
  const pace = createDiskPace(() => nowMs);
  pace.wrote(bytes);
  const kept = pace.syncBegins();
  nowMs += tookMs;
  kept();
  return pace;
}

describe('the pace of a disk', () => {
  it.each([
    ['8 MiB in 125 ms', 8 * mebibyte, 125, true],
    ['8 MiB in 126 ms', 8 * mebibyte, 126, false],
    ['a stick of 4 MB/s', 8 * mebibyte, 2000, false],
    ['too little to tell', mebibyte, 1, false],
  ])('D3 D6: %s', (_disk, bytes, tookMs, isQuick) => {
    expect(paceAfter(bytes, tookMs).isQuick()).toBe(isQuick);
  });

  it('D3 D6: nothing is known before the disk has shown it, and a write that holds everything up takes the name of quick away', () => {
    expect(createDiskPace().isQuick()).toBe(false);
    const pace = paceAfter(8 * mebibyte, 20);
    pace.stopped(20);
    expect(pace.isQuick()).toBe(true);
    pace.stopped(21);
    expect(pace.isQuick()).toBe(false);
  });
});

describe('writing to a quick disk', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectoroom-pace-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('D3: bytes are in the file when the call returns, each in its place, also beside those on their way from before', async () => {
    const path = join(folder, 'file');
    const pace = paceAfter(8 * mebibyte, 20);
    let isQuick = false;
    const file = await openOnDisk(path, 'create', { ...pace, isQuick: () => isQuick });
    const bytes = randomBytes(300_000);
    const before = file.writeAt(bytes.subarray(0, 100_000), 0);
    isQuick = true;
    const joins = file.writeAt(bytes.subarray(100_000, 200_000), 100_000);
    await Promise.all([before, joins]);
    const here = file.writeAt(bytes.subarray(200_000), 200_000);
    expect((await readFile(path)).equals(bytes)).toBe(true);
    await here;
    await file.close();
  });

  it('D7: what the system says against it is an answer, not an exception on the way', async () => {
    const path = join(folder, 'file');
    await (await openOnDisk(path, 'create', createDiskPace())).close();
    const file = await openOnDisk(path, 'read', paceAfter(8 * mebibyte, 20));
    const refused = file.writeAt(randomBytes(10), 0);
    await expect(refused).rejects.toHaveProperty('code');
    await file.close();
    await expect(file.writeAt(randomBytes(10), 0)).rejects.toHaveProperty('code');
  });
});
