import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FolderPlace } from '../../folder-ports.ts';
import { canMount, mountSmallDisk } from '../transfer/testing/small-disk.ts';
import { createFolderDisk } from './folder-disk.ts';

const run = (program: string, ...args: string[]): void => void execFileSync(program, args, { stdio: 'ignore' });
let holder: string;
beforeEach(async () => {
  holder = await mkdtemp(join(tmpdir(), 'folder-disk-'));
});
afterEach(() => rm(holder, { recursive: true, force: true }));

const disk = () =>
  createFolderDisk({
    usualFolder: join(holder, 'user', 'downloads'),
    userDataFolder: join(holder, 'user'),
    homeFolder: holder,
  });

/** Whether loop devices with ext4 can be mounted here: two drives that come and go. */
function whyNoDrives(): string | null {
  if (!canMount) return 'nothing can be mounted on this computer';
  try {
    run('losetup', '--find');
    run('mkfs.ext4', '-V');
    return null;
  } catch {
    return 'no loop device or no mkfs.ext4';
  }
}
const obstacle = whyNoDrives();

async function makeDrive(name: string): Promise<string> {
  const image = join(holder, `${name}.img`);
  run('truncate', '-s', '16M', image);
  run('mkfs.ext4', '-q', '-F', image);
  return image;
}
async function mount(image: string, at: string): Promise<void> {
  await mkdir(at, { recursive: true });
  run('mount', '-o', 'loop', image, at);
}
const unmount = (at: string): void => run('umount', '--lazy', at);
const placeOf = (judged: Awaited<ReturnType<ReturnType<typeof disk>['judge']>>): FolderPlace => {
  if (!judged.ok || judged.value === null) throw new Error('not taken');
  return judged.value;
};

describe('D6: a folder on a drive', () => {
  it.skipIf(obstacle !== null)(
    `D6: is followed to another mount point, and neither an empty mount point nor another drive is taken for it${obstacle === null ? '' : ` (NOT shown here: ${obstacle})`}`,
    async () => {
      const [travel, other] = [await makeDrive('travel'), await makeDrive('other')];
      const [first, second] = [join(holder, 'media', 'Travel'), join(holder, 'media', 'Travel1')];
      await mount(travel, first);
      try {
        await mkdir(join(first, 'Lectures'));
        const { judge, claim, state, follow, marked, freeBytes } = disk();
        const place = placeOf(await judge(join(first, 'Lectures'), null));
        expect(place).toMatchObject({ volume: first, name: 'Lectures', driveName: 'Travel' });
        expect(await claim(place)).toMatchObject({ ok: true });
        expect(await state(marked(place))).toBe('there');
        expect(await freeBytes(marked(place))).toBeLessThan(16 * 1024 * 1024);
        unmount(first);
        expect(await state(marked(place))).toBe('away');
        expect(await follow(place)).toBeNull();
        await mount(other, first);
        await mkdir(join(first, 'Lectures', 'lectoroom'), { recursive: true });
        expect(await state(marked(place))).toBe('away');
        await mount(travel, second);
        const found = await follow(place);
        expect(found).toMatchObject({
          id: place.id,
          path: join(second, 'Lectures'),
          volume: second,
          driveName: 'Travel1',
        });
        expect(found !== null && (await state(marked(found)))).toBe('there');
        expect(await readdir(join(first, 'Lectures', 'lectoroom'))).toEqual([]);
        run('mount', '-o', 'remount,ro', second);
        expect(found !== null && (await state(marked(found)))).toBe('read-only');
      } finally {
        for (const at of [first, second]) if (existsSync(join(at, 'lost+found'))) unmount(at);
      }
    },
  );

  it.skipIf(!canMount)('D6: what cannot be written to is refused by really writing', async () => {
    const small = await mountSmallDisk('size=1m');
    try {
      small.remount('ro');
      expect(await disk().judge(small.folder, null)).toMatchObject({ error: { code: 'folder-read-only' } });
      small.remount('rw');
      expect(await disk().judge(small.folder, null)).toMatchObject({ ok: true });
      expect(await readdir(small.folder)).toEqual([]);
    } finally {
      await small.close();
    }
  });

  it('D6: the app’s own folders are refused, the usual one is known again, two places are never the same one', async () => {
    const { judge, claim } = disk();
    const usual = join(holder, 'user', 'downloads');
    const chosen = join(holder, 'chosen');
    await mkdir(join(usual, 'lectoroom'), { recursive: true });
    await mkdir(chosen);
    const place = placeOf(await judge(chosen, null));
    await claim(place);
    const unfit = { error: { code: 'folder-unfit' } };
    expect(await judge(usual, null)).toMatchObject(unfit);
    expect(await judge(usual, place)).toEqual({ ok: true, value: null });
    expect(await judge(join(usual, 'lectoroom'), place)).toMatchObject(unfit);
    expect(await judge(join(holder, 'user'), place)).toMatchObject(unfit);
    expect(await judge(chosen, place)).toMatchObject(unfit);
    expect(await judge(join(chosen, 'lectoroom'), place)).toMatchObject(unfit);
    expect(placeOf(await judge(chosen, null)).id).not.toBe(place.id);
    expect(await judge('chosen', null)).toMatchObject(unfit);
  });

  it('D6: the marker goes, and the folder only when nothing else is in it', async () => {
    const { judge, claim, release } = disk();
    const chosen = join(holder, 'chosen');
    await mkdir(chosen);
    const [mine, others] = [placeOf(await judge(chosen, null)), placeOf(await judge(chosen, null))];
    await claim(mine);
    await claim(others);
    await release(mine);
    expect(await readdir(join(chosen, 'lectoroom'))).toEqual([`${others.id}.folder`]);
    await release(others);
    expect(await readdir(chosen)).toEqual([]);
  });
});
