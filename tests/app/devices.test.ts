import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';
import { anna, createAppRig, downloadWhole, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const weeksMs = 40 * 24 * 60 * 60 * 1000;
const stateOfAccount = async (app: RunningApp) => valueOf(await app.routes['account.read'](null));

async function withDownload(app: RunningApp, remember: boolean): Promise<void> {
  await signInAnna(app, remember);
  const [lectureId] = await firstLectures(app);
  await downloadWhole(app, lectureId!, 'audio');
}

/** Signs out every computer but the one that asks. */
async function signOutTheOther(app: RunningApp): Promise<void> {
  const others = valueOf(await app.routes['devices.list'](null)).filter(({ current }) => !current);
  for (const { id } of others) valueOf(await app.routes['devices.signOut']({ id }));
}

async function expectErased(computer: { userDataFolder: string; downloadFolder: string }): Promise<void> {
  const folders = [computer.userDataFolder, computer.downloadFolder].filter(existsSync);
  const names = (await Promise.all(folders.map((folder) => readdir(folder, { recursive: true })))).flat();
  expect(names.filter((name) => /\.lrm|keyring|library\.db/.test(name))).toEqual([]);
  const needles = { ...textNeedles('e-mail', anna.email), ...textNeedles('name', anna.name) };
  expect((await findPlaintext(folders, needles)).findings).toEqual([]);
}

describe('A8: the computers that are signed in', () => {
  it('A8: two computers see each other, this one first, and can be named', async () => {
    const first = await rig.start();
    await signInAnna(first);
    const second = await rig.secondComputer().start();
    await signInAnna(second);
    const list = valueOf(await first.routes['devices.list'](null));
    expect(list.map(({ current }) => current)).toEqual([true, false]);
    expect(Math.abs((list[1]?.lastSeenAtMs ?? 0) - Date.now())).toBeLessThan(60_000);
    valueOf(await first.routes['devices.rename']({ id: list[1]!.id, name: 'Ноутбук на даче' }));
    expect(valueOf(await second.routes['devices.list'](null))[0]).toMatchObject({
      name: 'Ноутбук на даче',
      current: true,
    });
    // The name outlives the session that it was given in.
    await signInAnna(second);
    expect(valueOf(await second.routes['devices.list'](null))[0]).toMatchObject({ name: 'Ноутбук на даче' });
  });

  it('A8: a computer that is signed out from another one erases everything at its next contact, while it is used', async () => {
    const first = await rig.start();
    await signInAnna(first);
    const computer = rig.secondComputer();
    const second = await computer.start();
    await withDownload(second, true);
    await signOutTheOther(first);
    expect(valueOf(await first.routes['devices.list'](null))).toHaveLength(1);
    expect(await second.routes['catalogue.refresh'](null)).toMatchObject({
      ok: false,
      error: { code: 'erase-requested' },
    });
    await second.until(async () => {
      const state = await stateOfAccount(second);
      return state.kind === 'signed-out' && state.reason === 'erased' && state.profiles.length === 0;
    });
    await second.stop();
    await expectErased(computer);
    expect((await stateOfAccount(first)).kind).toBe('signed-in');
  });

  it('A8: also when that contact comes weeks later, at a start without a password', async () => {
    const first = await rig.start();
    await signInAnna(first);
    const computer = rig.secondComputer();
    await withDownload(await computer.start(), true);
    await (await computer.start()).stop();
    await signOutTheOther(first);
    await rig.setFaults([], weeksMs);
    const second = await computer.start();
    await second.until(async () => (await stateOfAccount(second)).kind === 'signed-out');
    await second.until(async () => !JSON.stringify(await stateOfAccount(second)).includes('"number":1'));
    await second.stop();
    await expectErased(computer);
  });

  it('A8: a computer that remembers nobody erases at the next sign-in, before anything is opened', async () => {
    const first = await rig.start();
    await signInAnna(first);
    const computer = rig.secondComputer();
    await withDownload(await computer.start(), false);
    await (await computer.start()).stop();
    await signOutTheOther(first);
    const second = await computer.start();
    await signInAnna(second, false);
    expect(valueOf(await second.routes['downloads.list'](null))).toEqual([]);
    const names = await readdir(computer.downloadFolder, { recursive: true });
    expect(names.filter((name) => /\.lrm/.test(name))).toEqual([]);
  });

  it('A8: all others at once; this computer stays', async () => {
    const first = await rig.start();
    await signInAnna(first);
    const second = await rig.secondComputer().start();
    await signInAnna(second);
    valueOf(await first.routes['devices.signOutOthers'](null));
    expect(valueOf(await first.routes['devices.list'](null))).toHaveLength(1);
    expect(await second.routes['devices.list'](null)).toMatchObject({ ok: false, error: { code: 'erase-requested' } });
    expect((await stateOfAccount(first)).kind).toBe('signed-in');
  });
});
