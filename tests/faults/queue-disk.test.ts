import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canMount } from '../../main/adapters/transfer/testing/small-disk.ts';
import { openQueueScene } from '../support/queue-scene.ts';
import type { QueueScene } from '../support/queue-scene.ts';

let scene: QueueScene;
beforeAll(async () => {
  scene = await openQueueScene();
  await mkdir(scene.rig.downloadFolder, { recursive: true });
});
afterEach(async () => {
  await scene.rig.clearFaults();
  await scene.remove();
});
afterAll(() => scene.close());

/** What the app says while the disk is hurt, and then the lecture once it is healed. */
async function expectThroughTrouble(code: string, heal: () => unknown): Promise<void> {
  await scene.start();
  const shown = new Set<string>();
  await scene.app.until(async () => {
    const now = await scene.item();
    if (now?.error) shown.add(now.error.code);
    return shown.size > 0;
  });
  expect([...shown]).toEqual([code]);
  await heal();
  await scene.resume();
  expect(await scene.settled(shown, () => scene.app.wake())).toBe('complete');
  await scene.expectLecture();
}

const mount = (...options: string[]) =>
  execFileSync('mount', [...options, scene.rig.downloadFolder], { stdio: 'ignore' });

/** The same on a real tmpfs over the download folder; on a computer that mounts nothing, the lecture comes in plainly. */
async function expectOnDisk(options: string, code: string, healed: string): Promise<void> {
  if (canMount) mount('-t', 'tmpfs', '-o', options, 'tmpfs');
  try {
    if (canMount) await expectThroughTrouble(code, () => mount('-o', `remount,${healed}`));
    else await scene.start();
    expect(await scene.settled(new Set(), () => undefined)).toBe('complete');
  } finally {
    await scene.remove();
    if (canMount) execFileSync('umount', ['--lazy', scene.rig.downloadFolder]);
  }
}

const howReal = canMount ? 'a real tmpfs' : 'NOT shown on this computer, where nothing can be mounted';

describe('the whole app and a misbehaving disk', () => {
  it(`D7: a full disk is disk-full, and the download goes on when there is room (${howReal})`, () =>
    expectOnDisk('size=128k', 'disk-full', 'size=16m'));

  it(`D7: a disk without room for another name is disk-full, and the download goes on when there is (${howReal})`, () =>
    expectOnDisk('size=16m,nr_inodes=2', 'disk-full', 'nr_inodes=100'));

  it(`D6: a read-only disk is folder-read-only, and the download goes on when it is not (${howReal})`, () =>
    expectOnDisk('ro,size=16m', 'folder-read-only', 'rw'));

  it('D6: a download folder that became a file is disk-failed, and goes on when it is a folder again', async () => {
    const { downloadFolder } = scene.rig;
    await rename(downloadFolder, `${downloadFolder}-away`);
    await writeFile(downloadFolder, 'not a folder');
    await expectThroughTrouble('disk-failed', async () => {
      await rm(downloadFolder);
      await rename(`${downloadFolder}-away`, downloadFolder);
    });
  });

  it('D6: a download folder that goes away while bytes come is disk-failed, and is made again', async () => {
    const { downloadFolder } = scene.rig;
    const fault = { kind: 'throttle', bytesPerSecond: 200_000 };
    await scene.rig.setFaults([{ route: 'GET /v1/media/{id}', pathContains: '360p', times: 1, fault }]);
    const unplug = async (): Promise<void> => {
      await scene.app.until(async () =>
        (await readdir(downloadFolder, { recursive: true })).some((name) => name.endsWith('.part')),
      );
      await rename(downloadFolder, `${downloadFolder}-unplugged`);
    };
    const unplugged = unplug();
    await expectThroughTrouble('disk-failed', () => rm(`${downloadFolder}-unplugged`, { recursive: true }));
    await unplugged;
  });
});
