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

const stateOfAccount = async (app: RunningApp) => valueOf(await app.routes['account.read'](null));

async function withDownload(app: RunningApp, remember: boolean): Promise<void> {
  await signInAnna(app, remember);
  const [lectureId] = await firstLectures(app);
  await downloadWhole(app, lectureId!, 'audio');
}

async function saysWhy(app: RunningApp, reason: string): Promise<void> {
  await app.until(async () => {
    const state = await stateOfAccount(app);
    return state.kind === 'signed-out' && state.reason === reason && state.profiles.length === 0;
  });
}

async function expectErased(computer: { userDataFolder: string; downloadFolder: string }): Promise<void> {
  const folders = [computer.userDataFolder, computer.downloadFolder].filter(existsSync);
  const names = (await Promise.all(folders.map((folder) => readdir(folder, { recursive: true })))).flat();
  expect(names.filter((name) => /\.lrm|keyring|library\.db/.test(name))).toEqual([]);
  const needles = { ...textNeedles('e-mail', anna.email), ...textNeedles('name', anna.name) };
  expect((await findPlaintext(folders, needles)).findings).toEqual([]);
}

describe('G8: an account of somebody under 18 without a guardian', () => {
  it('G8: is erased from a computer that is used, at its next contact, and the sign-in screen is told why', async () => {
    const app = await rig.start();
    await withDownload(app, true);
    expect(rig.service.findMinor(anna.email)).toBe(true);
    expect(await app.routes['catalogue.refresh'](null)).toMatchObject({ error: { code: 'minor-eliminated' } });
    await saysWhy(app, 'minor-erased');
    await app.stop();
    await expectErased(rig);
  });

  it('G8: is erased at the next start, when the computer was off meanwhile', async () => {
    await withDownload(await rig.start(), true);
    await (await rig.start()).stop();
    rig.service.findMinor(anna.email);
    const app = await rig.start();
    await saysWhy(app, 'minor-erased');
    await app.stop();
    await expectErased(rig);
  });
});

it('G4: an account that was erased at the service is erased from its other computers, and they say so', async () => {
  const computer = rig.secondComputer();
  const second = await computer.start();
  await withDownload(second, true);
  const device = { id: 'somewhere-else', name: 'Elsewhere', platform: 'linux' };
  const body = { email: anna.email, password: anna.password, device, remember: false };
  const headers = { 'content-type': 'application/json' };
  const post = { method: 'POST', headers, body: JSON.stringify(body) };
  const { accessToken } = (await (await fetch(`${rig.service.origin}/v1/sessions`, post)).json()) as {
    accessToken: string;
  };
  const erased = await fetch(`${rig.service.origin}/v1/account`, {
    method: 'DELETE',
    headers: { ...headers, authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({ password: anna.password }),
  });
  expect(erased.status).toBe(200);
  expect(await second.routes['catalogue.refresh'](null)).toMatchObject({ error: { code: 'account-erased' } });
  await saysWhy(second, 'account-erased');
  await second.stop();
  await expectErased(computer);
});
