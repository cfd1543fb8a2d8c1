import { mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstLectures, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import { createEraseScene } from '../support/erase-scene.ts';
import type { EraseScene } from '../support/erase-scene.ts';
import { findPlaintext } from '../support/find-plaintext.ts';

let scene: EraseScene;
beforeEach(async () => {
  scene = await createEraseScene();
}, 60_000);
afterEach(() => scene.rig.remove());

const note = () => join(scene.rig.userDataFolder, 'erase-pending.json');
const namesOfUserData = () => readdir(scene.rig.userDataFolder);
const canariesFound = async () =>
  (await findPlaintext([scene.rig.userDataFolder, scene.rig.downloadFolder], scene.canaries)).findings;

describe('signing out and erasing, in the whole app', () => {
  it('A7: in the middle of a download and of watching: signed out, nothing left, and the next start knows nobody', async () => {
    const { rig } = scene;
    const app = await rig.start();
    const [first, second] = await firstLectures(app);
    await app.until(
      async () => (await stateOf(app, second!)) === 'downloading' || (await stateOf(app, second!)) === 'complete',
    );
    const plan = valueOf(await app.routes['playback.open']({ lectureId: first! }));
    const playing = await app.media({
      method: 'GET',
      url: plan.mediaUrl,
      range: null,
      signal: AbortSignal.timeout(60_000),
    });
    const reader = playing.body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    expect(valueOf(await app.routes['account.signOut']({ erase: true }))).toEqual({ erased: true, remains: [] });
    await reader?.cancel().catch(() => undefined);
    expect(await canariesFound()).toEqual([]);
    expect(valueOf(await app.routes['account.read'](null)).kind).toBe('signed-out');
    await app.stop();
    expect(await canariesFound()).toEqual([]);
    const again = await rig.start();
    expect(valueOf(await again.routes['account.read'](null))).toMatchObject({
      kind: 'signed-out',
      profiles: [],
    });
    expect(await namesOfUserData()).not.toContain('erase-pending.json');
  });

  it('A7: an erasing that was cut off is finished by the next start, before anybody is signed in', async () => {
    await writeFile(note(), JSON.stringify({ version: 1, accounts: [scene.accountId] }));
    const app = await scene.rig.start();
    expect(valueOf(await app.routes['account.read'](null)).kind).toBe('signed-out');
    expect(await canariesFound()).toEqual([]);
    expect(await namesOfUserData()).not.toContain('erase-pending.json');
  });

  it('A7: what cannot be deleted is named and stays noted; who signs in again meanwhile loses nothing of the new by a later start', async () => {
    const { rig, accountId } = scene;
    const media = join(rig.downloadFolder, 'lectoroom', accountId);
    await mkdir(join(rig.folder, 'other-disk'));
    await rename(media, join(rig.folder, 'other-disk', 'moved'));
    await symlink(join(rig.folder, 'other-disk', 'moved'), media);
    const app = await rig.start();
    expect(valueOf(await app.routes['account.signOut']({ erase: true }))).toEqual({
      erased: false,
      remains: ['lectures'],
    });
    expect(await namesOfUserData()).toContain('erase-pending.json');

    await signInAnna(app, true);
    const [lectureId] = await firstLectures(app);
    valueOf(await app.routes['playback.savePosition']({ lectureId: lectureId!, positionMs: 4321, watched: [] }));
    const again = await rig.start();
    expect(valueOf(await again.routes['account.read'](null)).kind).toBe('signed-in');
    expect(valueOf(await again.routes['catalogue.home'](null)).continueWatching).toMatchObject([
      { lectureId, progress: { positionMs: 4321 } },
    ]);
  });
});
