import { describe, expect, it } from 'vitest';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { FolderPlace, FolderState, KeptFolder, MarkedFolder } from '../../folder-ports.ts';
import { createFolder } from './folder.ts';

const place = (path: string, part: Partial<FolderPlace> = {}): FolderPlace => ({
  path,
  volume: '/media/travel',
  id: path.padStart(32, '0'),
  name: path,
  driveName: 'travel',
  ...part,
});
const target = place('target');
const mib = 1024 * 1024;

/** A folder on disks and a worker that do what `world` says; `steps` hears what the worker was asked for. */
function makeScene(kept: KeptFolder = { place: null, move: null }) {
  const clock = createFakeClock();
  const world = {
    kept,
    states: {} as Record<string, FolderState>,
    found: {} as Record<string, FolderPlace>,
    fault: null as AppErrorCode | null,
    sizeBytes: 5 * mib,
    freeBytes: 1e9,
    picks: 'target' as string | null,
    steps: [] as string[],
    records: [] as KeptFolder[],
    heard: [] as string[],
    faultOfRecord: null as AppErrorCode | null,
    markers: new Set<string>(),
  };
  const step =
    (name: string) =>
    ({ from, to }: { from: MarkedFolder; to: MarkedFolder }): Promise<Result<null>> => {
      world.steps.push(`${name} ${from.folder} ${to.folder}`);
      return Promise.resolve(world.fault === null ? done : fail(world.fault));
    };
  const folder = createFolder({
    store: {
      read: () => Promise.resolve(ok(world.kept)),
      write: (next) => {
        if (world.faultOfRecord !== null) return Promise.resolve(fail(world.faultOfRecord));
        world.kept = next;
        world.records.push(next);
        return Promise.resolve(done);
      },
    },
    disk: {
      marked: (at) => ({ folder: at?.path ?? 'usual', marker: at === null ? null : `${at.path}/marker` }),
      state: ({ folder: path }) => Promise.resolve(world.states[path] ?? 'there'),
      follow: ({ path }) => Promise.resolve(world.found[path] ?? null),
      freeBytes: () => Promise.resolve(world.freeBytes),
      isSameDisk: () => Promise.resolve(false),
      judge: (path) => Promise.resolve(ok(place(path))),
      claim: (at) => {
        if (at !== null) world.markers.add(at.path);
        return Promise.resolve(done);
      },
      release: (at) => Promise.resolve(void world.markers.delete(at?.path ?? '')),
    },
    mover: {
      size: () => Promise.resolve(ok(world.sizeBytes)),
      copy: step('copy'),
      undo: step('undo'),
      clear: step('clear'),
    },
    pick: () => Promise.resolve(world.picks),
    clock,
    log: createListLog(),
    accountIds: () => Promise.resolve(ok([])),
    hold: () => Promise.resolve(void world.heard.push('hold')),
    release: () => void world.heard.push('release'),
    onBack: () => void world.heard.push('back'),
    tell: () => undefined,
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const start = async (): Promise<void> => {
    await folder.load();
    await folder.start();
    await settle();
  };
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await settle();
  };
  const view = async () => {
    const read = await folder.read();
    if (!read.ok) throw new Error(read.error.code);
    await settle();
    return read.value;
  };
  return { clock, world, folder, settle, start, pass, view };
}

describe('D6: a move as computer.db remembers it', () => {
  it('D6: the new folder is the folder only once everything is there, and the old one is cleared after that', async () => {
    const { world, folder, settle, start, view } = makeScene();
    await start();
    await folder.pick({ usual: false });
    expect(await folder.move()).toMatchObject({ ok: true });
    await settle();
    expect(world.records).toEqual([
      { place: null, move: { phase: 'copying', other: target } },
      { place: target, move: { phase: 'deleting', other: null } },
      { place: target, move: null },
    ]);
    expect(world.steps).toEqual(['copy usual target', 'clear usual target']);
    expect(world.heard).toEqual(['hold', 'release']);
    expect(await view()).toMatchObject({ isUsual: false, name: 'target', driveName: 'travel', move: null });
  });

  it.each([
    [{ place: null, move: { phase: 'copying', other: target } }, ['copy usual target', 'clear usual target']],
    [{ place: null, move: { phase: 'undoing', other: target } }, ['undo usual target']],
    [{ place: target, move: { phase: 'deleting', other: null } }, ['clear usual target']],
  ] as const)('D6: what was cut off goes on by itself at the next start (%#)', async (kept, steps) => {
    const { world, folder, start } = makeScene(kept);
    await folder.load();
    expect(folder.inUse().other).not.toBeNull();
    await start();
    expect(world.steps).toEqual(steps);
    expect(world.kept.move).toBeNull();
  });

  it('D6: a full disk is waited for, tried again after half a minute and on waking; meanwhile downloads are held', async () => {
    const { world, folder, start, pass, settle, view } = makeScene({
      place: null,
      move: { phase: 'copying', other: target },
    });
    world.fault = 'disk-full';
    await start();
    expect((await view()).move).toMatchObject({ phase: 'copying', waitsFor: 'disk-full' });
    expect(folder.isMoving()).toBe(true);
    const tries = world.steps.length;
    await pass(30_000);
    expect(world.steps.length).toBeGreaterThan(tries);
    world.fault = null;
    folder.check();
    await settle();
    expect(world.kept).toEqual({ place: target, move: null });
    expect(folder.isMoving()).toBe(false);
  });

  it('D6: called off while it waits: what was copied is taken back; too late once the old folder is cleared', async () => {
    const { world, folder, start, settle } = makeScene({ place: null, move: { phase: 'copying', other: target } });
    world.fault = 'disk-full';
    await start();
    world.fault = null;
    expect(await folder.stopMove()).toMatchObject({ ok: true, value: { isUsual: true, move: null } });
    expect(world.steps.at(-1)).toBe('undo usual target');
    const late = makeScene({ place: target, move: { phase: 'deleting', other: null } });
    late.world.fault = 'drive-away';
    await late.start();
    expect(await late.folder.stopMove()).toMatchObject({ error: { code: 'not-allowed' } });
    await settle();
  });

  it('D6: what is left on a drive that never comes back holds nothing up: neither downloads nor another folder', async () => {
    const { world, folder, start, settle } = makeScene({
      place: target,
      move: { phase: 'deleting', other: place('old') },
    });
    world.fault = 'drive-away';
    await start();
    expect(folder.isMoving()).toBe(false);
    world.picks = 'third';
    await folder.pick({ usual: false });
    world.fault = null;
    expect(await folder.move()).toMatchObject({ ok: true });
    await settle();
    expect(world.kept).toEqual({ place: place('third'), move: null });
  });

  it('D6: what does not fit any more is refused, and nothing was picked is nothing moved', async () => {
    const { world, folder, start } = makeScene();
    await start();
    expect(await folder.pick({ usual: false })).toMatchObject({ value: { fits: true, moveBytes: 5 * mib } });
    world.freeBytes = 6 * mib;
    expect(await folder.move()).toMatchObject({ error: { code: 'disk-full' } });
    world.picks = null;
    expect(await folder.pick({ usual: false })).toEqual(ok(null));
    expect(world.records).toEqual([]);
  });

  it('D6: a move that cannot be written down leaves no marker behind, and can be begun again', async () => {
    const { world, folder, settle, start } = makeScene();
    await start();
    await folder.pick({ usual: false });
    world.faultOfRecord = 'disk-full';
    expect(await folder.move()).toMatchObject({ error: { code: 'disk-full' } });
    expect([...world.markers]).toEqual([]);
    world.faultOfRecord = null;
    expect(await folder.move()).toMatchObject({ ok: true });
    await settle();
    expect(world.kept).toEqual({ place: target, move: null });
    expect([...world.markers]).toEqual(['target']);
  });

  it('A7 D6: work that needs both folders still has them still', async () => {
    const { world, folder, start, settle } = makeScene({ place: null, move: { phase: 'copying', other: target } });
    world.fault = 'disk-full';
    await start();
    world.fault = null;
    const before = world.steps.length;
    await folder.whileStill(async () => {
      folder.check();
      await settle();
      expect(world.steps.length).toBe(before);
    });
    await settle();
    expect(world.kept.move).toBeNull();
  });
});

describe('D6: a drive that comes and goes', () => {
  it('D6: is looked for every three seconds, followed to another mount point, and what waited goes on', async () => {
    const { world, folder, start, pass, view } = makeScene({ place: target, move: null });
    await start();
    world.states['target'] = 'away';
    folder.doubt();
    await pass(0);
    expect(await view()).toMatchObject({ state: 'away', freeBytes: null, driveName: 'travel' });
    const moved = place('elsewhere', { driveName: 'travel1' });
    world.found['target'] = moved;
    await pass(3000);
    expect(world.kept.place).toEqual(moved);
    expect(folder.inUse().current.folder).toBe('elsewhere');
    expect(await view()).toMatchObject({ state: 'there', driveName: 'travel1' });
    expect(world.heard).toEqual(['release', 'release', 'back']);
  });

  it('D6: the usual folder is not watched', async () => {
    const { clock, start } = makeScene();
    await start();
    expect(clock.pendingMs()).toEqual([]);
  });
});
