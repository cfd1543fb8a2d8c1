import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DownloadFolderView, FolderCandidate } from '../../contract/domain/folder.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { createAppRig, downloadWhole, firstLectures, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';

/** Another file system than the rig's where there is one, so that a move really copies. */
const otherDisk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
let rig: AppRig;
let chosen: string;
beforeEach(async () => {
  rig = await createAppRig();
  chosen = await mkdtemp(join(otherDisk, 'lectoroom-chosen-'));
});
afterEach(async () => {
  await rig.remove();
  await rm(chosen, { recursive: true, force: true });
  await rm(`${chosen}-away`, { recursive: true, force: true });
});

const view = async (app: RunningApp): Promise<DownloadFolderView> => valueOf(await app.routes['folder.read'](null));
const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
const lectures = async (folder: string): Promise<readonly string[]> =>
  (await filesIn(folder)).filter((name) => name.includes('.lrm'));
const waitOf = async (app: RunningApp, id: LectureId): Promise<string | null> =>
  valueOf(await app.routes['downloads.list'](null)).find(({ lectureId }) => lectureId === id)?.waitsFor?.kind ?? null;

async function pick(app: RunningApp, folder = chosen): Promise<FolderCandidate> {
  app.picks = folder;
  const candidate = valueOf(await app.routes['folder.pick']({ usual: false }));
  if (candidate === null) throw new Error('nothing was picked');
  return candidate;
}
const settled = (app: RunningApp) => app.until(async () => (await view(app)).move === null);
async function moveTo(app: RunningApp, folder = chosen): Promise<void> {
  await pick(app, folder);
  valueOf(await app.routes['folder.move'](null));
  await settled(app);
}
async function play(app: RunningApp, id: LectureId): Promise<number | string> {
  const plan = await app.routes['playback.open']({ lectureId: id });
  if (!plan.ok) return plan.error.code;
  const { signal } = new AbortController();
  const answer = await app.media({ method: 'GET', url: plan.value.mediaUrl, range: null, signal });
  return (await answer.arrayBuffer()).byteLength;
}
/** A file of ours that takes a while to copy. */
async function addLargeFile(folder: string, mebibytes: number): Promise<void> {
  const [account] = await readdir(join(folder, 'lectoroom'));
  await writeFile(
    join(folder, 'lectoroom', account ?? '', `${'e'.repeat(32)}.lrm`),
    randomBytes(mebibytes * 1024 * 1024),
  );
}
async function started(): Promise<{ app: RunningApp; ids: readonly LectureId[] }> {
  const app = await rig.start();
  await signInAnna(app, true);
  return { app, ids: await firstLectures(app) };
}
const at = (ids: readonly LectureId[], index: number): LectureId => {
  const id = ids[index];
  if (id === undefined) throw new Error('the course is too short');
  return id;
};

describe('D6: the folder of the downloads', () => {
  it('D6: moves with what is whole and what is begun; that waits meanwhile and goes on where it was; a restart finds it', async () => {
    const { app, ids } = await started();
    await downloadWhole(app, at(ids, 0));
    await rig.setFaults([
      { route: 'GET /v1/media/{id}', times: null, fault: { kind: 'throttle', bytesPerSecond: 60_000 } },
    ]);
    valueOf(await app.routes['downloads.start']({ lectureIds: [at(ids, 1)], quality: '720p' }));
    await app.until(async () => (await lectures(rig.downloadFolder)).some((name) => name.endsWith('.part')));
    await addLargeFile(rig.downloadFolder, 300);
    await writeFile(join(rig.downloadFolder, 'lectoroom', 'holiday.mp4'), 'a stranger');
    const before = await lectures(rig.downloadFolder);
    const candidate = await pick(app);
    expect(candidate).toMatchObject({ isUsual: false, fits: true });
    expect(candidate.moveBytes).toBeGreaterThan(300 * 1024 * 1024);
    valueOf(await app.routes['folder.move'](null));
    await app.until(async () => (await waitOf(app, at(ids, 1))) === 'moving');
    expect(await play(app, at(ids, 0))).toBeGreaterThan(1000);
    expect(await app.routes['downloads.verify']({ lectureId: at(ids, 0) })).toMatchObject({ ok: false });
    await settled(app);
    expect(await play(app, at(ids, 0))).toBeGreaterThan(1000);
    expect(await view(app)).toMatchObject({ isUsual: false, state: 'there', name: chosen.split('/').at(-1) });
    expect(await lectures(chosen)).toEqual(before);
    expect(await filesIn(rig.downloadFolder)).toEqual(['lectoroom/holiday.mp4']);
    const told = app.events
      .filter(({ name }) => name === 'folder.changed')
      .map(({ payload }) => payload as DownloadFolderView);
    expect(told.some(({ move }) => move !== null && move.doneBytes > 0)).toBe(true);
    await rig.clearFaults();
    await app.until(async () => (await stateOf(app, at(ids, 1))) === 'complete');
    await app.stop();
    const again = await rig.start();
    expect(await play(again, at(ids, 1))).toBeGreaterThan(1000);
    expect(await lectures(rig.downloadFolder)).toEqual([]);
    valueOf(await again.routes['folder.pick']({ usual: true }));
    valueOf(await again.routes['folder.move'](null));
    await settled(again);
    expect(await view(again)).toMatchObject({ isUsual: true, name: null, driveName: null });
    expect((await lectures(rig.downloadFolder)).length).toBe(3);
    expect(await filesIn(chosen)).toEqual([]);
    expect(await play(again, at(ids, 1))).toBeGreaterThan(1000);
  });

  it('D6: called off on the way, everything is as it was, and nothing lies in the other folder', async () => {
    const { app, ids } = await started();
    await downloadWhole(app, at(ids, 0));
    await addLargeFile(rig.downloadFolder, 500);
    const before = await lectures(rig.downloadFolder);
    await pick(app);
    valueOf(await app.routes['folder.move'](null));
    await app.until(async () => ((await view(app)).move?.doneBytes ?? 0) > 0);
    expect(valueOf(await app.routes['folder.stopMove'](null))).toMatchObject({ isUsual: true, move: null });
    expect(await lectures(rig.downloadFolder)).toEqual(before);
    expect(await filesIn(chosen)).toEqual([]);
    expect(await play(app, at(ids, 0))).toBeGreaterThan(1000);
  });

  it('D6: folders that will not do are refused before anything happens', async () => {
    const { app, ids } = await started();
    await downloadWhole(app, at(ids, 0));
    const refused = async (path: string) => {
      app.picks = path;
      const picked = await app.routes['folder.pick']({ usual: false });
      return picked.ok ? 'ok' : picked.error.code;
    };
    await writeFile(join(chosen, 'file'), '');
    expect(await refused(join(rig.userDataFolder, 'logs'))).toBe('folder-unfit');
    expect(await refused(join(rig.downloadFolder, 'lectoroom'))).toBe('folder-unfit');
    expect(await refused('relative')).toBe('folder-unfit');
    expect(await refused(join(chosen, 'file'))).toBe('folder-unfit');
    expect(await refused(join(chosen, 'nowhere'))).toBe('folder-unfit');
    expect(await refused(rig.downloadFolder)).toBe('folder-unfit');
    expect(await app.routes['folder.pick']({ usual: true })).toMatchObject({ error: { code: 'folder-unfit' } });
    expect(await app.routes['folder.move'](null)).toMatchObject({ error: { code: 'folder-unfit' } });
    app.picks = null;
    expect(valueOf(await app.routes['folder.pick']({ usual: false }))).toBeNull();
    expect(await filesIn(chosen)).toEqual(['file']);
  });

  it('D6 C8: with its folder gone a lecture is "away", downloads wait, nothing is written in its place, and all goes on when it is back', async () => {
    const { app, ids } = await started();
    await downloadWhole(app, at(ids, 0));
    await moveTo(app);
    await rig.setFaults([
      { route: 'GET /v1/media/{id}', times: null, fault: { kind: 'throttle', bytesPerSecond: 60_000 } },
    ]);
    valueOf(await app.routes['downloads.start']({ lectureIds: [at(ids, 1)], quality: '720p' }));
    await app.until(async () => (await lectures(chosen)).some((name) => name.endsWith('.part')));
    valueOf(await app.routes['downloads.pause']({ lectureId: at(ids, 1) }));
    await rename(chosen, `${chosen}-away`);
    // Another drive came in its place: it has no marker of ours.
    await mkdir(chosen);
    expect(await play(app, at(ids, 0))).toBe('drive-away');
    await app.until(async () => (await view(app)).state === 'away');
    expect(await view(app)).toMatchObject({ freeBytes: null });
    valueOf(await app.routes['downloads.resume']({ lectureId: at(ids, 1) }));
    valueOf(await app.routes['downloads.start']({ lectureIds: [at(ids, 2)], quality: '360p' }));
    await app.until(async () => (await waitOf(app, at(ids, 1))) === 'drive-away');
    expect(await waitOf(app, at(ids, 2))).toBe('drive-away');
    expect(await app.routes['downloads.verify']({ lectureId: at(ids, 0) })).toMatchObject({
      error: { code: 'drive-away' },
    });
    expect(await readdir(chosen)).toEqual([]);
    await rm(chosen, { recursive: true });
    await rename(`${chosen}-away`, chosen);
    await rig.clearFaults();
    await app.until(async () => (await view(app)).state === 'there');
    expect(await play(app, at(ids, 0))).toBeGreaterThan(1000);
    await app.until(
      async () => (await stateOf(app, at(ids, 1))) === 'complete' && (await stateOf(app, at(ids, 2))) === 'complete',
    );
    expect((await lectures(chosen)).length).toBe(3);
  });

  it('D6: when its drive never comes back a new folder begins empty, and the old one can be chosen again', async () => {
    const { app, ids } = await started();
    await downloadWhole(app, at(ids, 0));
    await moveTo(app);
    await rename(chosen, `${chosen}-away`);
    await app.until(async () => (await view(app)).state === 'away');
    expect(valueOf(await app.routes['folder.pick']({ usual: true }))).toMatchObject({ moveBytes: 0, fits: true });
    expect(valueOf(await app.routes['folder.move'](null))).toMatchObject({ isUsual: true, state: 'there', move: null });
    expect(await play(app, at(ids, 0))).toBe('asset-missing');
    await moveTo(app, `${chosen}-away`);
    expect(await play(app, at(ids, 0))).toBeGreaterThan(1000);
  });

  it('D6: a lecture removed while it moves is gone from both folders', async () => {
    const { app, ids } = await started();
    await downloadWhole(app, at(ids, 0));
    await downloadWhole(app, at(ids, 1));
    await addLargeFile(rig.downloadFolder, 300);
    await pick(app);
    valueOf(await app.routes['folder.move'](null));
    await app.until(async () => ((await view(app)).move?.doneBytes ?? 0) > 0);
    valueOf(await app.routes['downloads.remove']({ lectureId: at(ids, 0) }));
    valueOf(await app.routes['bin.empty']({ lectureIds: null }));
    await settled(app);
    expect((await lectures(chosen)).length).toBe(2);
    expect(await lectures(rig.downloadFolder)).toEqual([]);
    expect(await play(app, at(ids, 1))).toBeGreaterThan(1000);
  });

  it('A7 D6: erasing finds the lectures in both folders of a move, and says what is left on a drive that is away until it is back', async () => {
    const { app, ids } = await started();
    await downloadWhole(app, at(ids, 0));
    await addLargeFile(rig.downloadFolder, 300);
    await pick(app);
    valueOf(await app.routes['folder.move'](null));
    await app.until(async () => ((await view(app)).move?.doneBytes ?? 0) > 0);
    expect(valueOf(await app.routes['account.signOut']({ erase: true }))).toEqual({ erased: true, remains: [] });
    expect([...(await lectures(rig.downloadFolder)), ...(await lectures(chosen))]).toEqual([]);
    await settled(app);
    await signInAnna(app, true);
    await downloadWhole(app, at(ids, 0));
    expect((await lectures(chosen)).length).toBe(1);
    await rename(chosen, `${chosen}-away`);
    expect(valueOf(await app.routes['account.signOut']({ erase: true }))).toEqual({
      erased: false,
      remains: ['lectures'],
    });
    await app.until(async () => (await view(app)).state === 'away');
    await rename(`${chosen}-away`, chosen);
    await app.until(async () => (await lectures(chosen)).length === 0);
    await app.until(async () => valueOf(await app.routes['computer.read'](null)).remains.length === 0);
  });

  it('D6: the marker says nothing about anybody', async () => {
    const { app, ids } = await started();
    await downloadWhole(app, at(ids, 0));
    await moveTo(app);
    const marker = (await readdir(join(chosen, 'lectoroom'))).find((name) => name.endsWith('.folder')) ?? '';
    expect(marker).toMatch(/^[a-f0-9]{32}\.folder$/);
    expect(await readFile(join(chosen, 'lectoroom', marker), 'utf8')).toBe('LECTOROOM\n');
  });
});
