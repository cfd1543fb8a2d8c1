import { existsSync } from 'node:fs';
import {
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalAccountId } from '../../../../../contract/domain/ids.ts';
import type { FolderMoveOrder, MarkedFolder } from '../../../../folder-ports.ts';
import type { TransferProgress } from '../../../../ports.ts';
import { canMount, mountSmallDisk } from '../../testing/small-disk.ts';
import type { MoveCall } from '../../messages.ts';
import { createConnectionPool } from '../connection-pool.ts';
import { runMove, type MoveMemory } from './run-move.ts';

const otherDisk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const [anna, ilya] = ['a', 'b'].map((letter) => letter.repeat(32)) as [string, string];
const name = (index: number, suffix = ''): string => `${String(index).padStart(32, '0')}.lrm${suffix}`;
const mib = 1024 * 1024;

let memory: MoveMemory = new Map();
let holder: string;
let chosen: string;
beforeEach(async () => {
  memory = new Map();
  holder = await mkdtemp(join(tmpdir(), 'move-from-'));
  chosen = await mkdtemp(join(otherDisk, 'move-to-'));
});
afterEach(async () => {
  for (const folder of [holder, chosen]) await rm(folder, { recursive: true, force: true });
});

async function put(folder: string, path: string, bytes: Uint8Array | number = 1000): Promise<string> {
  const whole = join(folder, 'lectoroom', path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, typeof bytes === 'number' ? randomBytes(bytes) : bytes);
  return whole;
}
async function marked(folder: string, id: string): Promise<MarkedFolder> {
  return { folder, marker: await put(folder, `${id.repeat(32)}.folder`, 0) };
}
async function orderTo(folder = chosen): Promise<FolderMoveOrder> {
  const accountIds = [LocalAccountId.parse(anna)];
  return { from: { folder: holder, marker: null }, to: await marked(folder, '1'), accountIds };
}
async function run(
  call: MoveCall['name'],
  order: FolderMoveOrder,
  report: TransferProgress = () => undefined,
  signal?: AbortSignal,
) {
  const result = await runMove(
    { name: call, order },
    {
      connections: createConnectionPool(),
      settings: { stallTimeoutMs: 1000, segmentSizeBytes: 1024, syncEveryBytes: 1024, syncEveryMs: 1000 },
      signal: signal ?? new AbortController().signal,
      report,
      nowMs: () => Date.now(),
    },
    memory,
  );
  return result.ok ? (result.value ?? 'ok') : result.error.code;
}
const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(folder, 'lectoroom'), { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 'lectoroom'.length + 2))
    .toSorted();

describe('D6: lectures on their way to another folder', () => {
  it('D6: everything of ours is copied, read back and cleared; what a stranger put there stays', async () => {
    const wanted = new Map<string, Buffer>();
    for (const path of [
      `${anna}/${name(1)}`,
      `${anna}/${name(2, '.part')}`,
      `${ilya}/${name(3)}`,
      `${anna}.aside-17/${name(4)}`,
    ])
      wanted.set(path, await readFile(await put(holder, path, 3 * mib + 17)));
    await put(holder, `${anna}/holiday.mp4`);
    await put(holder, 'notes.txt');
    const order = await orderTo();
    const heard: number[] = [];
    expect(await run('size', order)).toBe(4 * (3 * mib + 17));
    expect(await run('copy', order, ({ receivedBytes }) => void heard.push(receivedBytes))).toBe('ok');
    expect(heard.at(-1)).toBe(4 * (3 * mib + 17));
    expect(heard).toEqual(heard.toSorted((one, other) => one - other));
    for (const [path, bytes] of wanted)
      expect((await readFile(join(chosen, 'lectoroom', path))).equals(bytes)).toBe(true);
    expect(await run('clear', order)).toBe('ok');
    expect(await filesIn(holder)).toEqual([`${anna}/holiday.mp4`, 'notes.txt']);
    expect(await readdir(join(holder, 'lectoroom'))).toEqual([anna, 'notes.txt']);
  });

  it('D6: what came over before is not copied again, unless its bytes are others', async () => {
    const paths = [1, 2].map((index) => `${anna}/${name(index)}`);
    for (const path of paths) await put(holder, path, mib);
    const order = await orderTo();
    expect(await run('copy', order)).toBe('ok');
    const [first = '', second = ''] = paths.map((path) => join(chosen, 'lectoroom', path));
    const before = (await stat(first)).ino;
    const read: number[] = [];
    expect(await run('copy', order, ({ receivedBytes }) => void read.push(receivedBytes))).toBe('ok');
    expect(read).toEqual([]);
    // As after a restart.
    memory = new Map();
    await writeFile(second, randomBytes(mib));
    await put(chosen, `${anna}/${name(1, '.move')}`, 10);
    expect(await run('copy', order)).toBe('ok');
    expect((await stat(first)).ino).toBe(before);
    expect((await readFile(second)).equals(await readFile(join(holder, 'lectoroom', paths[1] ?? '')))).toBe(true);
    expect(await run('undo', order)).toBe('ok');
    expect(await filesIn(chosen)).toEqual([`${'1'.repeat(32)}.folder`]);
    expect(await filesIn(holder)).toEqual(paths);
  });

  it('D6: on the same disk files are renamed, also when half of them were, and undoing renames them back', async () => {
    const beside = join(holder, 'beside');
    await put(holder, `${anna}/${name(1)}`);
    await put(beside, `${anna}/${name(2)}`);
    const inode = (await stat(join(holder, 'lectoroom', anna, name(1)))).ino;
    const order = await orderTo(beside);
    expect(await run('size', order)).toBe(2000);
    expect(await run('copy', order)).toBe('ok');
    expect((await stat(join(beside, 'lectoroom', anna, name(1)))).ino).toBe(inode);
    expect(await filesIn(holder)).toEqual([]);
    expect(await run('undo', order)).toBe('ok');
    expect(await filesIn(holder)).toEqual([1, 2].map((index) => `${anna}/${name(index)}`));
  });

  it('D6: in a folder that another computer uses too only the known accounts are touched', async () => {
    await put(holder, `${anna}/${name(1)}`);
    await put(holder, `${ilya}/${name(2)}`);
    const from = await marked(holder, '2');
    await put(holder, `${'3'.repeat(32)}.folder`, 0);
    const order = { ...(await orderTo()), from };
    expect(await run('copy', order)).toBe('ok');
    expect(await run('clear', order)).toBe('ok');
    expect(await filesIn(chosen)).toContain(`${anna}/${name(1)}`);
    expect((await filesIn(holder)).filter((path) => path.includes('.lrm'))).toEqual([`${ilya}/${name(2)}`]);
  });

  it('D6: a lecture removed while it is copied does not come back', async () => {
    const path = await put(holder, `${anna}/${name(1)}`, 8 * mib);
    const order = await orderTo();
    let isRemoved = false;
    const removing: TransferProgress = () => {
      if (!isRemoved) void unlink(path);
      isRemoved = true;
    };
    expect(await run('copy', order, removing)).toBe('ok');
    expect(await filesIn(chosen)).toEqual([`${'1'.repeat(32)}.folder`]);
  });

  it('D6: called off at once, and without its drive nothing is written and nothing cleared', async () => {
    await put(holder, `${anna}/${name(1)}`);
    const order = await orderTo();
    expect(await run('copy', order, undefined, AbortSignal.abort())).toBe('cancelled');
    await rename(join(chosen, 'lectoroom'), join(chosen, 'away'));
    for (const call of ['copy', 'clear', 'undo'] as const) expect(await run(call, order)).toBe('drive-away');
    expect(await readdir(chosen)).toEqual(['away']);
    expect(await filesIn(holder)).toEqual([`${anna}/${name(1)}`]);
  });

  it('D6: a link is neither followed nor taken along', async () => {
    await put(holder, `${anna}/${name(1)}`);
    await put(join(holder, 'elsewhere'), name(2));
    await symlink(join(holder, 'elsewhere', 'lectoroom', name(2)), join(holder, 'lectoroom', anna, name(2)));
    await link(join(holder, 'lectoroom', anna, name(1)), join(holder, 'second-name'));
    const order = await orderTo();
    expect(await run('copy', order)).toBe('ok');
    expect((await filesIn(chosen)).filter((path) => path.includes('.lrm'))).toEqual([`${anna}/${name(1)}`]);
    await symlink(join(holder, 'elsewhere'), join(holder, 'lectoroom', ilya));
    expect(await run('copy', order)).toBe('folder-unfit');
  });

  it.skipIf(!canMount)(
    'D6 D7: a disk that fills up on the way is said; with room the rest comes, and nothing twice',
    async () => {
      const small = await mountSmallDisk('size=3m');
      try {
        for (const index of [1, 2]) await put(holder, `${anna}/${name(index)}`, 2 * mib);
        const order = await orderTo(small.folder);
        expect(await run('copy', order)).toBe('disk-full');
        const came = (await filesIn(small.folder)).filter((path) => path.includes('.lrm'));
        expect(came).toHaveLength(1);
        const inode = (await stat(join(small.folder, 'lectoroom', came[0] ?? ''))).ino;
        small.remount('size=8m');
        expect(await run('copy', order)).toBe('ok');
        expect((await stat(join(small.folder, 'lectoroom', came[0] ?? ''))).ino).toBe(inode);
        expect((await filesIn(small.folder)).filter((path) => path.includes('.lrm'))).toHaveLength(2);
      } finally {
        await small.close();
      }
    },
  );
});
