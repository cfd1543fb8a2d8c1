import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewAccount } from '../../contract/domain/account.ts';
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
import type { AppRig } from '../support/app-rig.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const zoe: NewAccount = {
  name: 'Zoë Marchetti',
  email: 'zoe.marchetti@example.org',
  password: 'seven quiet herons',
  birthDate: '1999-02-28',
  guardianConfirmed: false,
  acceptedTermsVersion: '2026-01',
};
const inYears = (years: number) => `${String(new Date().getUTCFullYear() - years)}-01-01`;

async function requestsTo(route: string): Promise<number> {
  const stats = (await (await fetch(`${rig.service.origin}/_stats`)).json()) as {
    routes: Record<string, { requests: number }>;
  };
  return stats.routes[route]?.requests ?? 0;
}

describe('creating an account', () => {
  it('A10: with the Terms in force, and one is in; the version that was accepted is recorded', async () => {
    const app = await rig.start();
    const terms = valueOf(await app.routes['account.terms'](null));
    expect(terms.publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const input = { ...zoe, acceptedTermsVersion: terms.version, remember: true };
    expect(valueOf(await app.routes['account.create'](input))).toMatchObject({
      kind: 'signed-in',
      name: zoe.name,
      email: zoe.email,
      remembered: 'yes',
      session: 'service',
    });
    expect(valueOf(await app.routes['catalogue.home'](null)).state).toBeDefined();
    const signedIn = await fetch(`${rig.service.origin}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        email: zoe.email,
        password: zoe.password,
        remember: false,
        device: { id: 'another', name: 'Another', platform: 'linux' },
      }),
    });
    const { accessToken } = (await signedIn.json()) as { accessToken: string };
    const record = await fetch(`${rig.service.origin}/v1/account`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(await record.json()).toMatchObject({ acceptedTerms: { version: terms.version }, birthDate: zoe.birthDate });
  });

  it('A10: under 18 without a guardian nothing is sent and nothing is kept', async () => {
    const app = await rig.start();
    const child = { ...zoe, birthDate: inYears(12), remember: true };
    expect(await app.routes['account.create'](child)).toEqual(refused('guardian-required'));
    await app.stop();
    expect(await requestsTo('POST /v1/accounts')).toBe(0);
    const { findings, filesRead } = await findPlaintext([rig.folder], {
      ...textNeedles('name', zoe.name),
      ...textNeedles('e-mail', zoe.email),
      ...textNeedles('password', zoe.password),
      ...textNeedles('birth date', child.birthDate),
    });
    expect(findings).toEqual([]);
    expect(filesRead).toBeGreaterThan(2);
    expect(await readdir(rig.userDataFolder)).not.toContain('accounts');
  });

  it('A10: a guardian’s word opens the door; a birth date to come does not', async () => {
    const app = await rig.start();
    const create = app.routes['account.create'];
    expect(await create({ ...zoe, birthDate: inYears(-1), remember: false })).toEqual(refused('bad-request'));
    expect(await requestsTo('POST /v1/accounts')).toBe(0);
    const child = { ...zoe, birthDate: inYears(12), guardianConfirmed: true, remember: false };
    expect(valueOf(await create(child))).toMatchObject({ kind: 'signed-in', name: zoe.name });
  });

  it('A10: an e-mail that is taken and Terms that are not in force any more are said, and nothing is created', async () => {
    const app = await rig.start();
    const create = app.routes['account.create'];
    expect(await create({ ...zoe, email: anna.email, remember: false })).toEqual(refused('email-taken'));
    expect(await create({ ...zoe, acceptedTermsVersion: '1999-12', remember: false })).toEqual(
      refused('terms-outdated'),
    );
    expect(await app.routes['account.signIn']({ email: zoe.email, password: zoe.password, remember: false })).toEqual(
      refused('wrong-credentials'),
    );
  });
});

describe('changing how one signs in', () => {
  const newPassword = 'a quite new password';

  it('A1: a changed password counts at once, here also without a network; other computers are signed out and keep what is theirs', async () => {
    const app = await rig.start();
    await signInAnna(app, false);
    const computer = rig.secondComputer();
    const second = await computer.start();
    await signInAnna(second, true);
    const [lectureId] = await firstLectures(second);
    await downloadWhole(second, lectureId!, 'audio');
    const change = app.routes['account.changePassword'];
    expect(await change({ currentPassword: 'not it at all', newPassword })).toEqual(refused('wrong-credentials'));
    expect(valueOf(await change({ currentPassword: anna.password, newPassword }))).toEqual({
      offlineSignIn: 'renewed',
    });
    expect((await readAccount(app)).kind).toBe('signed-in');
    expect(valueOf(await app.routes['devices.list'](null))).toHaveLength(1);

    // Something else of that computer may have heard of it before this question.
    const { error } = (await second.routes['catalogue.refresh'](null)) as { error?: { code: string } };
    expect(['session-ended', 'signed-out']).toContain(error?.code);
    expect(await readAccount(second)).toMatchObject({ kind: 'locked', reason: 'expired' });
    const again = { email: anna.email, password: newPassword, remember: false };
    await second.until(async () => (await second.routes['account.signIn'](again)).ok);
    expect(await stateOf(second, lectureId!)).toBe('complete');

    await rig.stopService();
    const offline = await rig.start();
    const unlock = offline.routes['account.unlock'];
    expect(await unlock({ password: anna.password, remember: false })).toEqual(refused('wrong-password'));
    expect(valueOf(await unlock({ password: newPassword, remember: false }))).toMatchObject({ session: 'local' });
  });

  it('A1: a changed e-mail is what one signs in with from then on, also without a network and at the next start', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    const email = 'anna.keller@example.org';
    const change = app.routes['account.changeEmail'];
    expect(await change({ email, password: 'not it' })).toEqual(refused('wrong-credentials'));
    expect(await change({ email: ilya.email, password: anna.password })).toEqual(refused('email-taken'));
    expect(valueOf(await change({ email, password: anna.password }))).toMatchObject({ kind: 'signed-in', email });
    await rig.stopService();
    const again = await rig.start();
    expect(await readAccount(again)).toMatchObject({ kind: 'signed-in', email, remembered: 'yes' });
    valueOf(await again.routes['account.signOut']({ erase: false }));
    const signIn = again.routes['account.signIn'];
    expect(await signIn({ email: anna.email, password: anna.password, remember: false })).toEqual(
      refused('offline-refused'),
    );
    expect(valueOf(await signIn({ email, password: anna.password, remember: false }))).toMatchObject({ email });
  });

  it('A1: without the service neither can be changed, and that is what is said', async () => {
    const app = await rig.start();
    await signInAnna(app);
    await rig.stopService();
    expect(await app.routes['account.changePassword']({ currentPassword: anna.password, newPassword })).toEqual(
      refused('service-unreachable'),
    );
    expect(await app.routes['account.changeEmail']({ email: 'x@example.org', password: anna.password })).toEqual(
      refused('service-unreachable'),
    );
    expect(await readAccount(app)).toMatchObject({ kind: 'signed-in', email: anna.email });
  });
});

describe('pages outside', () => {
  it('A11: the service’s pages open in the system browser, by their own addresses and nothing else', async () => {
    const app = await rig.start();
    for (const page of ['terms', 'privacy', 'forgotten-password'] as const)
      valueOf(await app.routes['external.open']({ page }));
    const { origin } = rig.service;
    expect(app.opened).toEqual([
      `${origin}/pages/terms`,
      `${origin}/pages/privacy`,
      `${origin}/pages/forgotten-password`,
    ]);
    for (const url of app.opened) {
      const answer = await fetch(url);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    }
  });
});
