import { hkdfSync } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLrmReader } from '../../main/adapters/files/lrm/index.ts';
import { createFileLog } from '../../main/adapters/log/file-log.ts';
import { firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import { eraseParts } from '../support/erase-parts.ts';
import { createEraseScene } from '../support/erase-scene.ts';
import type { EraseScene } from '../support/erase-scene.ts';
import { findPlaintext } from '../support/find-plaintext.ts';

let scene: EraseScene;
beforeAll(async () => {
  scene = await createEraseScene();
}, 60_000);
afterAll(() => scene?.rig.remove());

async function opensWith(path: string, mediaKey: Uint8Array): Promise<boolean> {
  const opened = await openLrmReader({ path, mediaKey });
  if (opened.ok) await opened.value.close();
  return opened.ok;
}

const mediaKeyOf = (dataKey: Uint8Array) =>
  new Uint8Array(hkdfSync('sha256', dataKey, new Uint8Array(0), 'lectoroom media v1', 32));

/** Every different run of 32 bytes in the files below a folder, also as hex or base64 writes them: whatever could be a key. */
async function possibleKeys(folder: string): Promise<readonly Uint8Array[]> {
  const keys = new Map<string, Uint8Array>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const text = bytes.toString('latin1');
    const written = [...text.matchAll(/(?=([0-9a-f]{64}))/gi)].map(([, hex]) => Buffer.from(hex ?? '', 'hex'));
    const coded = [...text.matchAll(/(?=([A-Za-z0-9+/_-]{43}))/g)].map(([, code]) => Buffer.from(code ?? '', 'base64'));
    for (const key of [...written, ...coded]) keys.set(key.toString('hex'), key);
    for (let at = 0; at + 32 <= bytes.length; at += 1) {
      const key = bytes.subarray(at, at + 32);
      keys.set(key.toString('hex'), key);
    }
  }
  return [...keys.values()];
}

describe('everything of an account is erased from this computer', () => {
  it('A7 A3: after a real evening with the app nothing of it is in any byte, and a copied lecture opens with nothing that is left', async () => {
    const { rig, accountId, keys, canaries } = scene;
    const folders = [rig.userDataFolder, rig.downloadFolder];
    const before = await findPlaintext(folders, canaries);
    expect(new Set(before.findings.map(({ needle }) => needle))).toEqual(new Set(scene.onDiskBefore));
    expect(Object.keys(canaries).length).toBeGreaterThan(60);
    const copy = join(rig.folder, 'copy-made-before.lrm');
    await copyFile(scene.lrmFile, copy);
    expect(await opensWith(copy, mediaKeyOf(keys.dataKey))).toBe(true);

    const log = createFileLog(join(rig.userDataFolder, 'logs'));
    const parts = eraseParts({ ...rig, log });
    valueOf(await parts.library.open(accountId, new Uint8Array(keys.libraryKey)));
    expect(await parts.erase(accountId)).toEqual({ erased: true, remains: [] });
    // Looked at while the app still runs: nothing waits for its end.
    expect((await findPlaintext(folders, canaries)).findings).toEqual([]);
    expect(valueOf(await parts.secrets.get(accountId))).toBeNull();
    expect(valueOf(await parts.computer.accounts())).toEqual([]);
    await parts.stop();
    const after = await findPlaintext(folders, canaries);
    expect(after.findings).toEqual([]);
    expect((await readdir(rig.userDataFolder)).toSorted()).toEqual(['accounts', 'computer.db', 'logs']);
    expect(await readdir(join(rig.downloadFolder, 'lectoroom'))).toEqual([]);

    const left = await possibleKeys(rig.userDataFolder);
    expect(left.length).toBeGreaterThan(1000);
    for (const key of left) {
      expect(await opensWith(copy, new Uint8Array(key))).toBe(false);
      expect(await opensWith(copy, mediaKeyOf(key))).toBe(false);
    }
  });

  it('A7: the search for keys is one that finds: hidden as bytes, as hex or as base64, one key opens the copy', async () => {
    const { rig, keys } = scene;
    const folder = join(rig.folder, 'control');
    await mkdir(folder);
    const key = Buffer.from(keys.dataKey);
    for (const hidden of [key, key.toString('hex'), key.toString('base64url')]) {
      await writeFile(
        join(folder, 'file'),
        Buffer.concat([Buffer.alloc(77, 'x'), Buffer.from(hidden), Buffer.alloc(5)]),
      );
      const copy = join(rig.folder, 'copy-made-before.lrm');
      const opening: boolean[] = [];
      for (const candidate of await possibleKeys(folder)) opening.push(await opensWith(copy, mediaKeyOf(candidate)));
      expect(opening.filter(Boolean)).toEqual([true]);
    }
  });

  it('A7: the same person signs in again afterwards: new keys, nothing of before, and the copied lecture stays shut', async () => {
    const { rig, accountId, lrmFile } = scene;
    const app = await rig.start();
    expect(valueOf(await app.routes['account.read'](null)).kind).toBe('signed-out');
    await signInAnna(app, false);
    const [lectureId] = await firstLectures(app);
    expect(valueOf(await app.routes['catalogue.home'](null)).continueWatching).toEqual([]);
    expect(valueOf(await app.routes['downloads.list'](null))).toEqual([]);
    await mkdir(dirname(lrmFile), { recursive: true });
    await copyFile(join(rig.folder, 'copy-made-before.lrm'), lrmFile);
    expect(valueOf(await app.routes['playback.open']({ lectureId: lectureId! })).source).toBe('network');
    await app.stop();
    const parts = eraseParts({ ...rig, log: createFileLog(join(rig.userDataFolder, 'logs')) });
    expect(await parts.erase(accountId)).toEqual({ erased: true, remains: [] });
    await parts.stop();
    expect((await findPlaintext([rig.userDataFolder, rig.downloadFolder], scene.canaries)).findings).toEqual([]);
  });
});
