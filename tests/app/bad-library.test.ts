import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { anna, createAppRig, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig } from '../support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

async function accountFile(name: string): Promise<string> {
  const accounts = join(rig.userDataFolder, 'accounts');
  const [id] = (await readdir(accounts)).filter((folder) => /^[a-f0-9]{32}$/.test(folder));
  return join(accounts, id!, name);
}

describe('what this computer keeps cannot be opened', () => {
  it('A4 D8: a damaged library blocks the account, says so, deletes nothing; set aside, the person starts afresh', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    await firstLectures(app);
    await app.stop();
    const path = await accountFile('library.db');
    const bytes = await readFile(path);
    bytes.fill(0xaa, 64, Math.min(bytes.length, 4096 * 12));
    await writeFile(path, bytes);

    const again = await rig.start();
    const state = valueOf(await again.routes['account.read'](null));
    expect(state).toMatchObject({
      kind: 'blocked',
      error: { code: 'library-damaged' },
    });
    expect((await readFile(path)).equals(bytes)).toBe(true);
    expect(valueOf(await again.routes['account.retry'](null)).kind).toBe('blocked');
    expect(valueOf(await again.routes['account.setAside'](null))).toMatchObject({ kind: 'signed-out', reason: 'none' });
    await signInAnna(again, false);
    expect((await firstLectures(again)).length).toBeGreaterThan(0);
    expect(
      (await readdir(join(rig.userDataFolder, 'accounts'))).filter((name) => name.includes('.aside-')),
    ).toHaveLength(1);
  });

  it('A4: a damaged keyring blocks the sign-in, and signing in again after setting it aside works', async () => {
    const app = await rig.start();
    await signInAnna(app, false);
    const path = await accountFile('keyring.json');
    await app.stop();
    await writeFile(path, '{"version":1,"pass');
    const again = await rig.start();
    const answer = await again.routes['account.signIn']({
      email: anna.email,
      password: anna.password,
      remember: false,
    });
    expect(answer).toEqual({ ok: false, error: { code: 'keyring-damaged' } });
    expect(valueOf(await again.routes['account.read'](null)).kind).toBe('blocked');
    valueOf(await again.routes['account.setAside'](null));
    await signInAnna(again, false);
  });

  it('D8: a computer.db of a newer version is not touched; the app says so instead of beginning anew', async () => {
    const app = await rig.start();
    await app.stop();
    const path = join(rig.userDataFolder, 'computer.db');
    const database = new Database(path);
    database.pragma('user_version = 9999');
    database.close();
    const before = await readFile(path);
    const again = await rig.start();
    expect(valueOf(await again.routes['account.read'](null))).toEqual({
      kind: 'blocked',
      error: { code: 'library-newer' },
    });
    expect(await again.routes['account.setAside'](null)).toEqual({ ok: false, error: { code: 'library-newer' } });
    expect((await readFile(path)).equals(before)).toBe(true);
  });
});
