import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  anna,
  createAppRig,
  downloadWhole,
  firstLectures,
  ilya,
  signInAnna,
  stateOf,
  valueOf,
} from '../support/app-rig.ts';
import { readAccount, refused } from '../support/account-answers.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const signIn = async (app: RunningApp, person: typeof anna, remember = false) =>
  valueOf(await app.routes['account.signIn']({ email: person.email, password: person.password, remember }));

/** Anna and then Ilya have used this computer; each has kept something. */
async function twoPeople(remember: { anna: boolean; ilya: boolean }): Promise<RunningApp> {
  const app = await rig.start();
  await signInAnna(app, remember.anna);
  const [lectureId] = await firstLectures(app);
  await downloadWhole(app, lectureId!, 'audio');
  valueOf(await app.routes['account.updateProfile']({ label: 'Purple fox', colour: 'violet' }));
  valueOf(await app.routes['account.switchProfile'](null));
  await signIn(app, ilya, remember.ilya);
  return app;
}

describe('profiles', () => {
  it('A6: with two people there is a picker at the start; it shows what each chose to be seen, and nobody’s name', async () => {
    await twoPeople({ anna: true, ilya: false });
    const app = await rig.start();
    const state = await readAccount(app);
    expect(state).toEqual({
      kind: 'signed-out',
      reason: 'none',
      profiles: [
        { number: 2, label: null, colour: 'green', remembered: false },
        { number: 1, label: 'Purple fox', colour: 'violet', remembered: true },
      ],
    });
    expect(JSON.stringify([state, app.events])).not.toMatch(/anna|ilya|@/iu);
  });

  it('A6: a remembered profile opens by being chosen, another needs its password, and one can go back', async () => {
    await twoPeople({ anna: true, ilya: false });
    const app = await rig.start();
    expect(valueOf(await app.routes['account.chooseProfile']({ number: 1 }))).toMatchObject({
      kind: 'signed-in',
      name: anna.name,
      otherProfileCount: 1,
      profile: { label: 'Purple fox' },
    });
    valueOf(await app.routes['account.switchProfile'](null));
    expect(valueOf(await app.routes['account.chooseProfile']({ number: 2 }))).toMatchObject({
      kind: 'locked',
      profile: { number: 2 },
    });
    const unlock = app.routes['account.unlock'];
    expect(await unlock({ password: anna.password, remember: false })).toEqual(refused('wrong-password'));
    expect((await readAccount(app)).kind).toBe('locked');
    expect(valueOf(await app.routes['account.chooseProfile']({ number: null }))).toMatchObject({ kind: 'signed-out' });
    expect(await unlock({ password: ilya.password, remember: false })).toEqual(refused('signed-out'));
    expect(await app.routes['account.chooseProfile']({ number: 9 })).toEqual(refused('not-found'));
    valueOf(await app.routes['account.chooseProfile']({ number: 2 }));
    expect(valueOf(await unlock({ password: ilya.password, remember: false }))).toMatchObject({
      kind: 'signed-in',
      name: ilya.name,
      session: 'service',
    });
  });

  it('A6: switching keeps a remembered person remembered, and locks another', async () => {
    const app = await twoPeople({ anna: true, ilya: false });
    expect(valueOf(await app.routes['account.switchProfile'](null))).toMatchObject({
      kind: 'signed-out',
      profiles: [
        { number: 2, remembered: false },
        { number: 1, remembered: true },
      ],
    });
    expect(await app.routes['catalogue.home'](null)).toEqual(refused('signed-out'));
  });

  it('A4 A6: a profile opens with its password and no network, its downloads with it', async () => {
    await twoPeople({ anna: false, ilya: false });
    await rig.stopService();
    const app = await rig.start();
    valueOf(await app.routes['account.chooseProfile']({ number: 1 }));
    expect(valueOf(await app.routes['account.unlock']({ password: anna.password, remember: true }))).toMatchObject({
      kind: 'signed-in',
      email: anna.email,
      session: 'local',
    });
    const [item] = valueOf(await app.routes['downloads.list'](null));
    expect(item?.state).toBe('complete');
    expect(valueOf(await app.routes['playback.open']({ lectureId: item!.lectureId })).source).toBe('downloaded');
  });

  it('A6: neither sees anything of the other, not in any answer and not in any event', async () => {
    const app = await twoPeople({ anna: true, ilya: true });
    const before = app.events.length;
    const answers = await Promise.all([
      app.routes['account.read'](null),
      app.routes['catalogue.home'](null),
      app.routes['downloads.list'](null),
      app.routes['storage.read'](null),
      app.routes['account.signOutPreview'](null),
    ]);
    expect(valueOf(answers[2])).toEqual([]);
    expect(valueOf(answers[1]).continueWatching).toEqual([]);
    expect(valueOf(answers[4])).toMatchObject({ lectureCount: 0, placeCount: 0, historyDays: 0 });
    expect(JSON.stringify([answers, app.events.slice(before)])).not.toContain(anna.email);
    expect(JSON.stringify([answers, app.events.slice(before)])).not.toContain(anna.name);
  });

  it('A6: a label and a colour are kept; the label can be taken back; the log knows none of it', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const update = app.routes['account.updateProfile'];
    expect(valueOf(await update({ label: 'Лиса' }))).toMatchObject({ profile: { label: 'Лиса', colour: 'green' } });
    expect(await update({ label: ` ${anna.email.toUpperCase()}` })).toEqual(refused('bad-request'));
    expect(valueOf(await update({ colour: 'rust' }))).toMatchObject({ profile: { label: 'Лиса', colour: 'rust' } });
    await app.stop();
    const again = await rig.start();
    expect(await readAccount(again)).toMatchObject({ kind: 'locked', profile: { label: 'Лиса', colour: 'rust' } });
    await signInAnna(again);
    expect(valueOf(await again.routes['account.updateProfile']({ label: null }))).toMatchObject({
      profile: { label: null },
    });
    expect(await readFile(join(rig.userDataFolder, 'logs', 'lectoroom.log'), 'utf8')).not.toContain('Лиса');
  });

  it('A4 A6: locking asks for the password again, and with it the service is asked: a session begun without it becomes whole', async () => {
    const app = await rig.start();
    await signInAnna(app, false);
    await app.stop();
    await rig.setFaults([{ route: 'POST /v1/sessions', times: 1, fault: { kind: 'status', status: 503 } }]);
    const again = await rig.start();
    const unlock = () => again.routes['account.unlock']({ password: anna.password, remember: false });
    expect(valueOf(await unlock())).toMatchObject({ session: 'local' });
    expect(valueOf(await again.routes['account.lock'](null))).toMatchObject({ kind: 'locked', reason: 'none' });
    expect(await again.routes['catalogue.home'](null)).toEqual(refused('signed-out'));
    expect(valueOf(await unlock())).toMatchObject({ session: 'service' });
  });

  it('A6 A7: a profile that is locked can be erased without its password; the other one keeps everything', async () => {
    const app = await twoPeople({ anna: false, ilya: false });
    valueOf(await app.routes['catalogue.refresh'](null));
    const [lectureId] = await firstLectures(app);
    await downloadWhole(app, lectureId!, 'audio');
    expect(await app.routes['account.eraseProfile']({ number: 2 })).toEqual(refused('not-found'));
    expect(valueOf(await app.routes['account.eraseProfile']({ number: 1 }))).toEqual({ erased: true, remains: [] });
    expect(await readAccount(app)).toMatchObject({ kind: 'signed-in', otherProfileCount: 0 });
    expect(await stateOf(app, lectureId!)).toBe('complete');
    const again = await rig.start();
    expect(await readAccount(again)).toMatchObject({
      kind: 'locked',
      profile: { number: 2 },
      profiles: [{ number: 2 }],
    });
  });

  it('A2: being remembered can be switched on and off while signed in', async () => {
    const app = await rig.start();
    await signInAnna(app, false);
    expect(valueOf(await app.routes['account.setRemembered']({ remember: true }))).toMatchObject({ remembered: 'yes' });
    const again = await rig.start();
    expect(await readAccount(again)).toMatchObject({ kind: 'signed-in', remembered: 'yes' });
    expect(valueOf(await again.routes['account.setRemembered']({ remember: false }))).toMatchObject({
      remembered: 'no',
    });
    expect((await readAccount(await rig.start())).kind).toBe('locked');
  });
});
