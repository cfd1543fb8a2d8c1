import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';
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
import type { AppError } from '../../contract/result.ts';
import { refused } from '../support/account-answers.ts';
import type { AppRig } from '../support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

describe('signing in', () => {
  it('A1: a wrong password and an unknown account are said to be wrong in the same words, and leave nothing behind', async () => {
    const app = await rig.start();
    const signIn = app.routes['account.signIn'];
    expect(await signIn({ email: anna.email, password: 'not it', remember: true })).toEqual(
      refused('wrong-credentials'),
    );
    expect(await signIn({ email: 'nobody@sample.lectoroom', password: anna.password, remember: true })).toEqual(
      refused('wrong-credentials'),
    );
    expect(valueOf(await app.routes['account.read'](null))).toMatchObject({ kind: 'signed-out', reason: 'none' });
    expect(await readdir(rig.userDataFolder)).not.toContain('accounts');
  });

  it('A1: after many wrong passwords the service asks to wait, and the app says how long', async () => {
    const app = await rig.start();
    const errors: AppError[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const answer = await app.routes['account.signIn']({
        email: anna.email,
        password: `wrong ${attempt}`,
        remember: false,
      });
      if (!answer.ok) errors.push(answer.error);
    }
    expect(errors[0]).toEqual({ code: 'wrong-credentials' });
    expect(errors.at(-1)?.code).toBe('too-many-attempts');
    expect(errors.at(-1)?.retryAfterMs).toBeGreaterThan(0);
  });

  it('A2 A3: remembered: the next start needs no password; the secrets are in the real credential store only', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    expect(valueOf(await app.routes['account.read'](null))).toMatchObject({ kind: 'signed-in', remembered: 'yes' });
    const again = await rig.start();
    expect(valueOf(await again.routes['account.read'](null))).toMatchObject({
      kind: 'signed-in',
      name: anna.name,
      remembered: 'yes',
    });
    await again.stop();
    const { findings, filesRead } = await findPlaintext([rig.userDataFolder], {
      ...textNeedles('e-mail', anna.email),
      ...textNeedles('name', anna.name),
      ...textNeedles('password', anna.password),
    });
    expect(filesRead).toBeGreaterThan(2);
    expect(findings).toEqual([]);
  });

  it('A2: not remembered: nothing that opens the account survives quitting, and signing in again finds everything', async () => {
    const app = await rig.start();
    await signInAnna(app, false);
    const [lectureId] = await firstLectures(app);
    valueOf(await app.routes['playback.savePosition']({ lectureId: lectureId!, positionMs: 12_345, watched: [] }));
    const again = await rig.start();
    expect(valueOf(await again.routes['account.read'](null))).toMatchObject({ kind: 'locked', reason: 'none' });
    expect(await again.routes['catalogue.home'](null)).toEqual(refused('signed-out'));
    await signInAnna(again, false);
    expect(valueOf(await again.routes['catalogue.home'](null)).continueWatching).toMatchObject([
      { lectureId, progress: { positionMs: 12_345 } },
    ]);
  });

  it('A2 A7: signing out forgets the session here and at the service', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    valueOf(await app.routes['account.signOut']({ erase: false }));
    expect(valueOf(await app.routes['account.read'](null))).toMatchObject({ kind: 'signed-out', reason: 'none' });
    const again = await rig.start();
    expect(valueOf(await again.routes['account.read'](null))).toMatchObject({ kind: 'locked', reason: 'none' });
  });

  it('A6: the second person on the computer finds nothing of the first', async () => {
    const app = await rig.start();
    await signInAnna(app, false);
    const [lectureId] = await firstLectures(app);
    valueOf(await app.routes['playback.savePosition']({ lectureId: lectureId!, positionMs: 5000, watched: [] }));
    valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: false }));
    const home = valueOf(await app.routes['catalogue.home'](null));
    expect(home.continueWatching).toEqual([]);
    expect(valueOf(await app.routes['downloads.list'](null))).toEqual([]);
  });
});

describe('A4: signing in without a network', () => {
  const credentials = { email: anna.email, password: anna.password, remember: false };

  it('A4: who has signed in here before opens their downloads with the password alone; nobody else does', async () => {
    const first = await rig.start();
    await signInAnna(first, false);
    const [lectureId] = await firstLectures(first);
    await downloadWhole(first, lectureId!, 'audio');
    await rig.stopService();
    const app = await rig.start();
    const profile = { number: 1, label: null, colour: 'green', remembered: false };
    expect(valueOf(await app.routes['account.read'](null))).toEqual({
      kind: 'locked',
      reason: 'none',
      profile,
      profiles: [profile],
    });
    expect(await app.routes['account.signIn']({ ...credentials, password: 'wrong' })).toEqual(
      refused('offline-refused'),
    );
    expect(await app.routes['account.signIn']({ ...credentials, email: ilya.email })).toEqual(
      refused('offline-refused'),
    );
    expect(valueOf(await app.routes['account.signIn'](credentials))).toEqual({
      kind: 'signed-in',
      name: anna.name,
      email: anna.email,
      remembered: 'no',
      network: 'offline',
      session: 'local',
      profile,
      otherProfileCount: 0,
    });
    const plan = valueOf(await app.routes['playback.open']({ lectureId: lectureId! }));
    expect(plan.source).toBe('downloaded');
    expect(await app.routes['catalogue.refresh'](null)).toEqual(refused('service-unreachable'));
  });

  it('A4: on a computer where nobody has signed in, the missing service is what is said', async () => {
    await rig.stopService();
    const app = await rig.start();
    expect(await app.routes['account.signIn'](credentials)).toEqual(refused('service-unreachable'));
    expect(valueOf(await app.routes['account.read'](null))).toMatchObject({ profiles: [] });
  });

  it('A4 A5: when the service fails at the sign-in the account opens here alone; signing in once more connects it', async () => {
    const app = await rig.start();
    await signInAnna(app, false);
    await rig.setFaults([{ route: 'POST /v1/sessions', times: null, fault: { kind: 'status', status: 503 } }]);
    expect(valueOf(await app.routes['account.signIn'](credentials))).toMatchObject({ session: 'local' });
    await rig.clearFaults();
    expect(valueOf(await app.routes['account.signIn'](credentials))).toMatchObject({ session: 'service' });
  });
});

describe('A7: signing out with a choice', () => {
  it('A7: says what is here first; kept, it opens again with the password; erased, not a byte of it is left', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    const [lectureId] = await firstLectures(app);
    await downloadWhole(app, lectureId!, '360p');
    valueOf(await app.routes['playback.savePosition']({ lectureId: lectureId!, positionMs: 4000, watched: [] }));
    const preview = valueOf(await app.routes['account.signOutPreview'](null));
    expect(preview).toMatchObject({ lectureCount: 1, placeCount: 1, historyDays: 1 });
    expect(preview.sizeBytes).toBeGreaterThan(100_000);

    expect(valueOf(await app.routes['account.signOut']({ erase: false }))).toEqual({ erased: false, remains: [] });
    await signInAnna(app, true);
    expect(await stateOf(app, lectureId!)).toBe('complete');

    const report = valueOf(await app.routes['account.signOut']({ erase: true }));
    expect(report).toEqual({ erased: true, remains: [] });
    expect(valueOf(await app.routes['account.read'](null))).toEqual({
      kind: 'signed-out',
      reason: 'none',
      profiles: [],
    });
    const names = await readdir(rig.folder, { recursive: true });
    expect(names.filter((name) => /\.lrm|keyring|library\.db/.test(name))).toEqual([]);
    const { findings } = await findPlaintext([rig.userDataFolder, rig.downloadFolder], {
      ...textNeedles('e-mail', anna.email),
      ...textNeedles('name', anna.name),
    });
    expect(findings).toEqual([]);
    // The door is not shut behind the person: the same account can begin anew here.
    await signInAnna(app, false);
    expect(valueOf(await app.routes['downloads.list'](null))).toEqual([]);
  });
});

describe('A5 A12: online, offline, signed out', () => {
  it('A5: without a service a remembered person is in, offline, with the catalogue on screen', async () => {
    await signInAnna(await rig.start(), true);
    await rig.stopService();
    const app = await rig.start();
    await app.until(
      async () => (valueOf(await app.routes['account.read'](null)) as { network?: string }).network === 'offline',
    );
    expect(valueOf(await app.routes['catalogue.home'](null)).courses.length).toBeGreaterThan(0);
    expect(valueOf(await app.routes['account.read'](null)).kind).toBe('signed-in');
  });

  it.each([
    ['a broken service', { kind: 'status', status: 500 }],
    ["a hotel's login page", { kind: 'html' }],
    ['half an answer', { kind: 'truncatedJson' }],
    ['wrong types', { kind: 'wrongTypes' }],
  ])('A5: %s is offline, never signed out', async (_name, fault) => {
    await signInAnna(await rig.start(), true);
    await rig.setFaults([{ route: '*', times: null, fault }]);
    const app = await rig.start();
    await app.until(
      async () => (valueOf(await app.routes['account.read'](null)) as { network?: string }).network === 'offline',
    );
    expect(valueOf(await app.routes['account.read'](null)).kind).toBe('signed-in');
  });

  it('A12: an expired token is renewed once for all who wait, and nobody notices', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const before = await refreshes();
    await rig.setFaults([
      { route: 'GET /v1/assets/{id}', times: 2, fault: { kind: 'status', status: 401, problem: 'token-expired' } },
    ]);
    const lectures = await firstLectures(app);
    valueOf(await app.routes['downloads.start']({ lectureIds: lectures, quality: 'audio' }));
    await app.until(async () =>
      valueOf(await app.routes['downloads.list'](null)).every(({ state }) => state === 'complete'),
    );
    expect(await refreshes()).toBe(before + 1);
    expect(valueOf(await app.routes['account.read'](null)).kind).toBe('signed-in');
  });

  it('A12: the service ends the session: signed out, with the reason; what is downloaded stays', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    await rig.setFaults([
      { route: 'GET /v1/catalogue', times: null, fault: { kind: 'status', status: 401, problem: 'session-ended' } },
      {
        route: 'POST /v1/sessions/refresh',
        times: null,
        fault: { kind: 'status', status: 401, problem: 'session-ended' },
      },
    ]);
    expect(await app.routes['catalogue.refresh'](null)).toEqual(refused('session-ended'));
    expect(valueOf(await app.routes['account.read'](null))).toMatchObject({ kind: 'locked', reason: 'expired' });
    expect(await readdir(`${rig.userDataFolder}/accounts`)).toHaveLength(1);
  });

  it('A12: the answer to a refresh is lost on the way: nobody is signed out, and the next try goes on', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    await app.stop();
    const before = await refreshes();
    await rig.setFaults([{ route: 'POST /v1/sessions/refresh', times: 1, fault: { kind: 'loseAnswer' } }]);
    const again = await rig.start();
    await again.until(async () => (await again.routes['catalogue.refresh'](null)).ok);
    expect(await refreshes()).toBe(before + 2);
    expect(valueOf(await again.routes['account.read'](null))).toMatchObject({ kind: 'signed-in', remembered: 'yes' });
    expect(valueOf(await (await rig.start()).routes['account.read'](null)).kind).toBe('signed-in');
  });

  async function refreshes(): Promise<number> {
    const stats = (await (await fetch(`${rig.service.origin}/_stats`)).json()) as {
      routes: Record<string, { requests: number }>;
    };
    return stats.routes['POST /v1/sessions/refresh']?.requests ?? 0;
  }
});
