import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { segmentLayout, segmentPlace } from '../../files/lrm/index.ts';
import { failingDisk, systemError } from '../testing/failing-disk.ts';
import {
  filesWithCanary,
  isThere,
  makePayload,
  openTransferScene,
  segmentSizeBytes,
  type TransferScene,
} from '../testing/transfer-scene.ts';
import { fullDisk, readOnlyDisk, type TroubleDisk, type TroubleDiskKind } from '../testing/trouble-disks.ts';

const segment = segmentSizeBytes;
const sizeBytes = 20 * segment + 11;
const payload = makePayload(sizeBytes);
const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function openScene(onFolder?: string, bytes = payload): Promise<TransferScene> {
  const scene = await openTransferScene(bytes, onFolder);
  cleanUps.push(() => scene.close());
  return scene;
}

async function openDisk(kind: TroubleDiskKind): Promise<TroubleDisk> {
  const disk = await kind.open();
  cleanUps.push(() => disk.close());
  return disk;
}

async function expectRestComes(scene: TransferScene): Promise<void> {
  expect((await scene.run()).code).toBe('ok');
  expect(await scene.held('finished')).toEqual(Buffer.from(scene.payload));
}

describe('encrypted from the first byte', () => {
  it('D4: no plaintext lies in the download folder at any moment of a transfer', async () => {
    const scene = await openScene();
    let looks = 0;
    let grownTo = 0;
    const onPiece = (): void => {
      expect(filesWithCanary(scene.downloadFolder)).toEqual([]);
      looks += 1;
    };
    const outcome = await scene.run([{ kind: 'slow', pieceBytes: 700, everyMs: 5, onPiece }], {
      onProgress: (latest) => {
        if (latest.phase === 'downloading') grownTo = latest.receivedBytes;
      },
    });
    expect(outcome.code).toBe('ok');
    expect(looks).toBe(Math.ceil(sizeBytes / 700));
    expect(grownTo).toBe(sizeBytes);
  });

  it('D4: the file is for nobody else on this computer', async () => {
    const scene = await openScene();
    await scene.run();
    // Windows knows no such mode: there the folder of the person's profile does this.
    const others = process.platform === 'win32' ? 0 : 0o077;
    expect((await stat(scene.paths.finished)).mode & others).toBe(0);
    expect((await stat(scene.paths.folder)).mode & others).toBe(0);
    expect(await isThere(scene.paths.finished)).toBe(true);
  });
});

describe('a disk that cannot', () => {
  it(`D7: ${fullDisk.title} is disk-full, and goes on when there is room`, async () => {
    const disk = await openDisk(fullDisk);
    const scene = await openScene(disk.folder, makePayload(2_500_000));
    const changes = { segmentSizeBytes: 65_536, openFile: disk.openFile };
    expect((await scene.run([], changes)).code).toBe('disk-full');
    const heldBytes = (await scene.held('unfinished'))?.byteLength ?? 0;
    expect(heldBytes).toBeGreaterThan(10 * 65_536);
    await disk.heal(scene.paths.folder);
    await expectRestComes(scene);
    expect(scene.server.seen[1]?.range).toBe(`bytes=${heldBytes}-`);
  });

  it(`C8 D7: ${readOnlyDisk.title} is folder-read-only, and what is on it stays`, async () => {
    const disk = await openDisk(readOnlyDisk);
    const scene = await openScene(disk.folder);
    await scene.run([{ kind: 'cut', afterBytes: 5 * segment }]);
    await disk.hurt(scene.paths.folder);
    const refused = await scene.run([], { openFile: disk.openFile });
    await disk.heal(scene.paths.folder);
    expect(refused.code).toBe('folder-read-only');
    await expectRestComes(scene);
    expect(scene.server.seen.at(-1)?.range).toBe(`bytes=${5 * segment}-`);
  });

  it('D3: a failed fsync is disk-failed, what it did not confirm is not believed, and the next run goes on', async () => {
    const scene = await openScene();
    let syncs = 0;
    const openFile = failingDisk({
      sync: (file) => {
        syncs += 1;
        return syncs < 4 ? file.sync() : Promise.reject(systemError('EIO'));
      },
    });
    const failed = await scene.run([], { openFile });
    expect(failed.code).toBe('disk-failed');
    const confirmedBytes = failed.progress.at(-1)?.receivedBytes ?? 0;
    expect(confirmedBytes).toBeGreaterThan(0);
    expect(confirmedBytes).toBeLessThan(sizeBytes);
    const place = segmentPlace(segmentLayout(sizeBytes, segment), confirmedBytes / segment);
    expect((await stat(scene.paths.unfinished)).size).toBe(place.fileOffset);
    await expectRestComes(scene);
    expect(scene.server.seen[1]?.range).toBe(`bytes=${confirmedBytes}-`);
  });

  it('D3: a failed fsync at a resume leaves nothing to believe', async () => {
    const scene = await openScene();
    await scene.run([{ kind: 'cut', afterBytes: 5 * segment }]);
    const openFile = failingDisk({ sync: () => Promise.reject(systemError('EIO')) });
    expect((await scene.run([], { openFile })).code).toBe('disk-failed');
    expect(await isThere(scene.paths.unfinished)).toBe(false);
    await expectRestComes(scene);
  });

  it('D3: a failed write is disk-failed, and the segments before it stay', async () => {
    const scene = await openScene();
    let writes = 0;
    const openFile = failingDisk({
      writeAt: (file, source, position) => {
        writes += 1;
        return writes === 9 ? Promise.reject(systemError('EIO')) : file.writeAt(source, position);
      },
    });
    expect((await scene.run([], { openFile })).code).toBe('disk-failed');
    expect((await scene.held('unfinished'))?.byteLength).toBe(7 * segment);
    await expectRestComes(scene);
  });

  it('D3: a folder that goes away under a transfer is disk-failed, and is made again', async () => {
    const scene = await openScene();
    let pieces = 0;
    const onPiece = (): void => {
      pieces += 1;
      if (pieces === 3) renameSync(scene.paths.folder, `${scene.paths.folder}-gone`);
    };
    expect((await scene.run([{ kind: 'slow', pieceBytes: segment, everyMs: 10, onPiece }])).code).toBe('disk-failed');
    await expectRestComes(scene);
  });
});

describe('a job that is ended', () => {
  it('D3 D5: cancelled in the middle, it stops, closes its file and keeps its whole segments', async () => {
    const scene = await openScene();
    const abort = new AbortController();
    let pieces = 0;
    const onPiece = (): void => {
      pieces += 1;
      if (pieces === 10) abort.abort();
    };
    const cancelled = await scene.run([{ kind: 'slow', pieceBytes: 700, everyMs: 5, onPiece }], {
      signal: abort.signal,
    });
    expect(cancelled.code).toBe('cancelled');
    const held = (await scene.held('unfinished')) ?? Buffer.alloc(0);
    expect(held.byteLength % segment).toBe(0);
    expect(held.byteLength).toBeGreaterThan(0);
    expect(cancelled.progress.at(-1)?.receivedBytes).toBe(held.byteLength);
    await expectRestComes(scene);
    expect(scene.server.seen[1]?.range).toBe(`bytes=${held.byteLength}-`);
  });

  it('D3 D5: cancelled before it begins or while it waits for an answer, it says so', async () => {
    const scene = await openScene();
    expect((await scene.run([], { signal: AbortSignal.abort() })).code).toBe('cancelled');
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    expect((await scene.run([{ kind: 'silent' }], { signal: abort.signal })).code).toBe('cancelled');
    await expectRestComes(scene);
  });

  it('D3 D4: killed (SIGKILL) in the middle, another process goes on, and no confirmed byte is fetched again', async () => {
    const scene = await openScene();
    scene.server.script.push({ kind: 'slow', pieceBytes: 900, everyMs: 40 });
    const { paths, assetId, mediaKey, server } = scene;
    const settings = { stallTimeoutMs: 10_000, segmentSizeBytes, syncEveryBytes: 2048, syncEveryMs: 2000 };
    const job = { paths, marker: null, assetId, location: server.location, resume: true };
    const entry = fileURLToPath(new URL('../testing/transfer-process.ts', import.meta.url));
    const child = execFile(process.execPath, [entry, JSON.stringify({ job, settings, mediaKey: [...mediaKey] })]);
    let confirmedBytes = 0;
    child.stdout?.on('data', (lines: string) => {
      confirmedBytes = Number(lines.trim().split('\n').at(-1));
      if (confirmedBytes >= 5 * segment) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(confirmedBytes).toBeLessThan(sizeBytes);
    expect(filesWithCanary(scene.downloadFolder)).toEqual([]);
    await expectRestComes(scene);
    const askedFrom = Number(/\d+/.exec(server.seen[1]?.range ?? '')?.[0]);
    expect(askedFrom).toBeGreaterThanOrEqual(confirmedBytes);
  });
});
