import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createListLog } from '../fakes/silent-log.ts';
import { anna, valueOf } from '../support/app-rig.ts';
import type { EraseAccountJob } from '../support/erase-account-process.ts';
import { realSecrets } from '../support/erase-parts.ts';
import { createEraseScene } from '../support/erase-scene.ts';
import type { EraseScene } from '../support/erase-scene.ts';
import { findPlaintext } from '../support/find-plaintext.ts';

const secrets = realSecrets(createListLog());
const script = resolve(import.meta.dirname, '..', 'support', 'erase-account-process.ts');

let scene: EraseScene;
beforeEach(async () => {
  scene = await createEraseScene();
}, 60_000);
afterEach(async () => {
  await secrets.delete(scene.accountId);
  await scene.rig.remove();
});

/** Orders the erasing in a process of its own, which is killed with SIGKILL where it stands still. */
async function orderUntil(holdAt: EraseAccountJob['holdAt']): Promise<readonly string[]> {
  const { folder, userDataFolder, downloadFolder, service } = scene.rig;
  const job: EraseAccountJob = { folder, userDataFolder, downloadFolder, origin: service.origin, holdAt };
  const child = spawn(process.execPath, [script, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line === holdAt) child.kill('SIGKILL');
  }
  await closed;
  return said;
}

/** The app starts once more: nothing of the account may be left, and what is not known is said so. */
async function expectErasedAtStart(): Promise<void> {
  const { rig } = scene;
  expect(await readdir(rig.userDataFolder)).toContain('erase-ordered.json');
  const app = await rig.start();
  expect(valueOf(await app.routes['account.read'](null))).toMatchObject({ kind: 'signed-out', profiles: [] });
  const receipt = valueOf(await app.routes['erase.receipt'](null));
  expect(receipt).toMatchObject({ scope: 'service', remains: [], service: { state: 'unknown' } });
  const { findings } = await findPlaintext([rig.userDataFolder, rig.downloadFolder], scene.canaries);
  expect(findings).toEqual([]);
  expect(valueOf(await secrets.get(scene.accountId))).toBeNull();
  const left = await readdir(rig.userDataFolder);
  expect(left.filter((name) => name.startsWith('erase'))).toEqual([]);
}

async function canSignIn(): Promise<boolean> {
  const app = await scene.rig.start();
  const signedIn = await app.routes['account.signIn']({ email: anna.email, password: anna.password, remember: false });
  return signedIn.ok;
}

describe('an app that is killed while the account is erased', () => {
  it('G4: killed before the service hears of it: everything here goes, the receipt says what is not known, and the account is still there', async () => {
    expect(await orderUntil('ordering')).toEqual(['ordering']);
    await expectErasedAtStart();
    expect(await canSignIn()).toBe(true);
  });

  it('G4: killed between the service and this computer: the next start erases here what the service has erased there', async () => {
    expect((await orderUntil('erasing')).at(-1)).toBe('erasing');
    await expectErasedAtStart();
    expect(await canSignIn()).toBe(false);
  });

  it('G4: not killed, the same process leaves nothing and no note', async () => {
    expect(await orderUntil(null)).toEqual(['ordering', 'erasing', 'done 0']);
    const { findings } = await findPlaintext([scene.rig.userDataFolder, scene.rig.downloadFolder], scene.canaries);
    expect(findings).toEqual([]);
    expect((await readdir(scene.rig.userDataFolder)).filter((name) => name.startsWith('erase'))).toEqual([]);
  });
});
