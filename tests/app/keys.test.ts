import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createListLog } from '../fakes/silent-log.ts';
import { anna, createAppRig, downloadWhole, firstLectures, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import { readAccount, refused } from '../support/account-answers.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { realSecrets } from '../support/erase-parts.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(async () => {
  vi.useRealTimers();
  await rig.remove();
});

const newPassword = 'a quite new password';
const signIn = (app: RunningApp, password: string, remember = false) =>
  app.routes['account.signIn']({ email: anna.email, password, remember });
const accountFolder = async () =>
  join(rig.userDataFolder, 'accounts', (await readdir(join(rig.userDataFolder, 'accounts')))[0]!);

/** Anna signs in and downloads one lecture; the app is stopped. */
async function annaWasHere(remember = false) {
  const app = await rig.start();
  await signInAnna(app, remember);
  const [lectureId] = await firstLectures(app);
  await downloadWhole(app, lectureId!, 'audio');
  await app.stop();
  return lectureId!;
}

/** Her password is changed from somewhere else. */
async function changeElsewhere(): Promise<void> {
  const other = await rig.secondComputer().start();
  await signInAnna(other);
  valueOf(await other.routes['account.changePassword']({ currentPassword: anna.password, newPassword }));
  await other.stop();
}

describe('keys that change, get lost or are damaged', () => {
  it('A4: the password was changed elsewhere: the old one is refused in words, the new one opens everything, then also offline', async () => {
    const lectureId = await annaWasHere();
    await changeElsewhere();
    const app = await rig.start();
    const unlock = app.routes['account.unlock'];
    expect(await unlock({ password: anna.password, remember: false })).toEqual(refused('password-changed'));
    expect(await unlock({ password: newPassword, remember: false })).toEqual(refused('wrong-password'));
    expect(valueOf(await signIn(app, newPassword))).toMatchObject({ kind: 'signed-in', session: 'service' });
    expect(await stateOf(app, lectureId)).toBe('complete');
    await rig.stopService();
    const offline = await rig.start();
    expect(await offline.routes['account.unlock']({ password: anna.password, remember: false })).toEqual(
      refused('wrong-password'),
    );
    expect(valueOf(await offline.routes['account.unlock']({ password: newPassword, remember: false }))).toMatchObject({
      session: 'local',
    });
    expect(await stateOf(offline, lectureId)).toBe('complete');
  });

  it('A4 D9: years after the last contact the password opens what is here; the licence has run out, and nothing is lost', async () => {
    const lectureId = await annaWasHere();
    await rig.stopService();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * 365 * 86_400_000 });
    const app = await rig.start();
    expect(valueOf(await app.routes['account.unlock']({ password: anna.password, remember: false }))).toMatchObject({
      session: 'local',
    });
    expect(await stateOf(app, lectureId)).toBe('complete');
    expect(await app.routes['playback.open']({ lectureId })).toEqual(refused('licence-expired'));
  });

  it('A3: the credential store has lost the entry: it is said, and the password opens everything', async () => {
    const lectureId = await annaWasHere(true);
    await realSecrets(createListLog()).delete((await accountFolder()).slice(-32));
    const app = await rig.start();
    expect(await readAccount(app)).toMatchObject({
      kind: 'locked',
      reason: 'forgotten',
      profile: { remembered: false },
    });
    valueOf(await app.routes['account.unlock']({ password: anna.password, remember: true }));
    expect(await stateOf(app, lectureId)).toBe('complete');
    expect(await readAccount(await rig.start())).toMatchObject({ kind: 'signed-in', remembered: 'yes' });
  });

  it.each([
    ['damaged', (file: string) => writeFile(file, '{"version":1,"password":{}')],
    ['gone', (file: string) => rm(file)],
  ])(
    'A3 A4: keyring.json is %s: who is remembered is in all the same, and signing in makes it anew',
    async (_, spoil) => {
      const lectureId = await annaWasHere(true);
      const file = join(await accountFolder(), 'keyring.json');
      await spoil(file);
      const app = await rig.start();
      expect(await readAccount(app)).toMatchObject({ kind: 'signed-in', remembered: 'yes' });
      expect(await stateOf(app, lectureId)).toBe('complete');
      valueOf(await app.routes['account.switchProfile'](null));
      valueOf(await signIn(app, anna.password, true));
      expect(await stateOf(app, lectureId)).toBe('complete');
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: 1 });
      valueOf(await app.routes['account.signOut']({ erase: false }));
      await rig.stopService();
      const offline = await rig.start();
      valueOf(await offline.routes['account.unlock']({ password: anna.password, remember: false }));
      expect(await stateOf(offline, lectureId)).toBe('complete');
    },
  );

  it('A4: keyring.json is damaged and nobody is remembered: a sentence, nothing deleted, and a way to begin anew', async () => {
    await annaWasHere(false);
    const file = join(await accountFolder(), 'keyring.json');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.slice(0, 40));
    const app = await rig.start();
    expect(await app.routes['account.unlock']({ password: anna.password, remember: false })).toEqual(
      refused('keyring-damaged'),
    );
    expect(await signIn(app, anna.password)).toEqual(refused('keyring-damaged'));
    expect(await readAccount(app)).toMatchObject({ kind: 'blocked', error: { code: 'keyring-damaged' } });
    // Put back from a backup it opens again; without one the person begins anew, and what was here is only set aside.
    await writeFile(file, whole);
    expect(valueOf(await app.routes['account.retry'](null))).toMatchObject({ kind: 'locked' });
    await writeFile(file, whole.slice(0, 40));
    expect(await signIn(app, anna.password)).toEqual(refused('keyring-damaged'));
    valueOf(await app.routes['account.setAside'](null));
    expect(valueOf(await signIn(app, anna.password))).toMatchObject({ kind: 'signed-in' });
    expect((await readdir(join(rig.userDataFolder, 'accounts'))).some((name) => name.includes('aside'))).toBe(true);
  });

  it('A4 A6: the computer’s own file is lost: the profile is found again, and the password brings the downloads back', async () => {
    const lectureId = await annaWasHere(false);
    for (const name of await readdir(rig.userDataFolder))
      if (name.startsWith('computer.db')) await rm(join(rig.userDataFolder, name));
    const app = await rig.start();
    expect(await readAccount(app)).toMatchObject({ kind: 'locked', profile: { number: 1, label: null } });
    valueOf(await signIn(app, anna.password));
    expect(await stateOf(app, lectureId)).toBe('complete');
    expect(await readdir(join(rig.userDataFolder, 'accounts'))).toHaveLength(1);
  });
});
