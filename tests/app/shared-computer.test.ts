import { readdir } from 'node:fs/promises';
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
import { createFastClock } from '../support/fast-clock.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const minuteMs = 60_000;
const rules = async (app: RunningApp) => valueOf(await app.routes['computer.read'](null));
const publicPolicy = JSON.stringify({ version: 1, sharedComputer: true, idleMinutes: 2 });

async function withDownload(app: RunningApp, remember = false) {
  await signInAnna(app, remember);
  const [lectureId] = await firstLectures(app);
  await downloadWhole(app, lectureId!, 'audio');
  return lectureId!;
}

async function filesKept(): Promise<readonly string[]> {
  const names = [
    ...(await readdir(rig.userDataFolder, { recursive: true })),
    ...(await readdir(rig.downloadFolder, { recursive: true }).catch(() => [])),
  ];
  return names.filter((name) => /\.lrm|keyring|library\.db/.test(name));
}

/** Who is idle is signed out at once; what was theirs is gone a moment later. */
async function expectNothingKept(): Promise<void> {
  await expect.poll(filesKept, { timeout: 10_000 }).toEqual([]);
  const { findings } = await findPlaintext([rig.userDataFolder], {
    ...textNeedles('e-mail', anna.email),
    ...textNeedles('name', anna.name),
  });
  expect(findings).toEqual([]);
}

/** Every warning the app gave, as "on" or "off". */
const warnings = (app: RunningApp) =>
  app.events
    .filter(({ name }) => name === 'computer.idle')
    .map(({ payload }) => ((payload as { signsOutAtMs: number | null }).signsOutAtMs === null ? 'off' : 'on'));

describe('whose computer is this', () => {
  it('A2 A7 A9: asked once, kept; it decides what is remembered, what signing out offers, when it ends', async () => {
    const app = await rig.start();
    expect(await rules(app)).toMatchObject({ use: null, remember: 'offered', signOut: 'keep', erasesOnQuit: false });
    valueOf(await app.routes['computer.update']({ use: 'shared' }));
    expect(await rules(app)).toMatchObject({ use: 'shared', remember: 'offered', signOut: 'erase', idleMinutes: 15 });
    valueOf(await app.routes['computer.update']({ idleMinutes: 30 }));
    const again = await rig.start();
    expect(await rules(again)).toMatchObject({ use: 'shared', idleMinutes: 30, policy: { kind: 'none' } });
    expect(again.events.find(({ name }) => name === 'computer.changed')?.payload).toMatchObject({ use: 'shared' });
  });

  it('A9: on a public computer nobody is remembered, also who asks for it or was remembered before', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    valueOf(await app.routes['computer.update']({ use: 'public' }));
    expect(await readAccount(app)).toMatchObject({
      kind: 'signed-in',
      remembered: 'no',
      profile: { remembered: false },
    });
    expect(await app.routes['account.setRemembered']({ remember: true })).toEqual(refused('not-allowed'));
    const other = valueOf(
      await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: true }),
    );
    expect(other).toMatchObject({ remembered: 'no' });
    // A change of mind before quitting: nothing goes.
    valueOf(await app.routes['computer.update']({ use: 'mine' }));
    const again = await rig.start();
    expect(await readAccount(again)).toMatchObject({ kind: 'signed-out', profiles: [{ number: 2 }, { number: 1 }] });
  });
});

describe('shared-computer mode', () => {
  it('A9: quitting erases everything of whoever was in; somebody who was here before the rule keeps theirs', async () => {
    const before = await rig.start();
    await signInAnna(before);
    const app = await rig.start({ policy: publicPolicy });
    expect(await rules(app)).toMatchObject({ use: 'public', fixed: { use: true, idleMinutes: true } });
    expect(await app.routes['computer.update']({ use: 'mine' })).toEqual(refused('not-allowed'));
    valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: true }));
    await app.stop();
    expect(await readdir(`${rig.userDataFolder}/accounts`)).toHaveLength(1);
    const again = await rig.start({ policy: publicPolicy });
    expect(await readAccount(again)).toMatchObject({ kind: 'locked', profile: { number: 1 } });
    valueOf(await again.routes['account.unlock']({ password: anna.password, remember: false }));
    await again.stop();
    await expectNothingKept();
  });

  it('A9: signing out and switching erase, whatever the window asks for', async () => {
    const app = await rig.start({ policy: publicPolicy });
    await withDownload(app);
    expect(valueOf(await app.routes['account.signOut']({ erase: false }))).toEqual({ erased: true, remains: [] });
    await expectNothingKept();
    await withDownload(app);
    expect(valueOf(await app.routes['account.switchProfile'](null))).toMatchObject({
      kind: 'signed-out',
      profiles: [],
    });
    await expectNothingKept();
  });

  it('A9: after a crash the next start erases, before anybody is let in', async () => {
    const app = await rig.start({ policy: publicPolicy });
    await withDownload(app);
    const [row] = valueOf(await app.routes['downloads.list'](null));
    expect(row?.state).toBe('complete');
    const crashed = await rig.crash();
    expect(crashed).toBeGreaterThan(0);
    const again = await rig.start({ policy: publicPolicy });
    expect(await readAccount(again)).toEqual({ kind: 'signed-out', reason: 'none', profiles: [] });
    await expectNothingKept();
  });

  it('A9: nobody uses it: a warning, then signed out and erased, with the reason', async () => {
    const app = await rig.start({ policy: publicPolicy, clock: createFastClock(40) });
    await withDownload(app);
    await app.until(async () => (await readAccount(app)).kind === 'signed-out');
    expect(await readAccount(app)).toMatchObject({ reason: 'idle', profiles: [] });
    expect(warnings(app)).toEqual(['on', 'off']);
    await expectNothingKept();
  });

  it('A9: using it and watching keep it open; a warning wants an answer', async () => {
    const app = await rig.start({ policy: publicPolicy, clock: createFastClock(40) });
    await withDownload(app);
    const endsAtMs = Date.now() + 6000;
    while (Date.now() < endsAtMs) {
      valueOf(await app.routes['computer.active'](null));
      await new Promise((next) => {
        setTimeout(next, 200);
      });
    }
    expect([(await readAccount(app)).kind, warnings(app)]).toEqual(['signed-in', []]);
    await app.until(() => Promise.resolve(warnings(app).length === 1));
    valueOf(await app.routes['computer.active'](null));
    expect(warnings(app)).toEqual(['on']);
    valueOf(await app.routes['computer.stay'](null));
    expect(warnings(app)).toEqual(['on', 'off']);
    expect((await readAccount(app)).kind).toBe('signed-in');
  });

  it('A9: after sleep the wall clock counts: what was slept through has ended it', async () => {
    const clock = createFastClock(1);
    const app = await rig.start({ policy: publicPolicy, clock });
    await withDownload(app);
    clock.sleep(3 * minuteMs);
    valueOf(await app.routes['computer.active'](null));
    await app.until(async () => (await readAccount(app)).kind === 'signed-out');
    await expectNothingKept();
  });

  it('A9: on a computer that several share, it is locked instead, and the password opens it again', async () => {
    const clock = createFastClock(1);
    const app = await rig.start({ clock });
    valueOf(await app.routes['computer.update']({ use: 'shared' }));
    const lectureId = await withDownload(app, true);
    clock.sleep(16 * minuteMs);
    app.wake();
    // Locked at once; what was remembered is forgotten a moment later, when the account is closed.
    await app.until(async () => {
      const state = await readAccount(app);
      return state.kind === 'locked' && !state.profile.remembered;
    });
    expect(await readAccount(app)).toMatchObject({ reason: 'idle' });
    await app.until(async () => (await app.routes['account.unlock']({ password: anna.password, remember: false })).ok);
    expect(await stateOf(app, lectureId)).toBe('complete');
  });
});

describe('the policy file', () => {
  it('A9: a wrong one is reported by its fields, and the strictest reading holds', async () => {
    const app = await rig.start({ policy: '{"version":1,"idleMinutes":"soon"}' });
    expect(await rules(app)).toMatchObject({
      policy: { kind: 'wrong', fields: ['idleMinutes'] },
      idleMinutes: 2,
      fixed: { idleMinutes: true },
    });
    await signInAnna(app);
  });

  it('A9: one that cannot be read at all: public, nobody remembered, and no service is spoken to', async () => {
    const app = await rig.start({ policy: '{"version":1,' });
    expect(await rules(app)).toMatchObject({ use: 'public', remember: 'never', policy: { kind: 'wrong', fields: [] } });
    expect(valueOf(await app.routes['app.about'](null)).service).toEqual({ kind: 'none' });
    expect(await app.routes['account.signIn']({ email: anna.email, password: anna.password, remember: false })).toEqual(
      refused('service-unreachable'),
    );
    const stats = (await (await fetch(`${rig.service.origin}/_stats`)).json()) as { routes: Record<string, unknown> };
    expect(Object.keys(stats.routes).filter((route) => route.includes('/v1/'))).toEqual([]);
  });

  it('A9: it outranks every other setting of the service’s address', async () => {
    const { origin } = rig.service;
    const policy = JSON.stringify({ version: 1, serviceUrl: origin });
    const app = await rig.start({ policy, origin: 'http://127.0.0.1:9' });
    await signInAnna(app);
    expect(await rules(app)).toMatchObject({ use: null, policy: { kind: 'followed' } });
  });

  it('A2: it can forbid remembering on anybody’s computer', async () => {
    const first = await rig.start();
    await signInAnna(first, true);
    const app = await rig.start({ policy: JSON.stringify({ version: 1, allowRemember: false }) });
    expect(await readAccount(app)).toMatchObject({ kind: 'locked', profile: { remembered: false } });
    expect(await rules(app)).toMatchObject({ remember: 'never', fixed: { remember: true } });
  });
});
