import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Session, SessionList, SignInAnswer, Tokens } from '../../contract/api/sessions.ts';
import { sampleAccounts } from '../sample-accounts.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';

const [anna, ilya] = sampleAccounts;
const dayMs = 86_400_000;

/** Anna on `lost` and on `here`; requests go from `here` unless another token is given. */
async function twoComputers() {
  const service = await startTestService();
  const { ask, signIn } = service;
  const lost = await signIn('lost');
  const here = await signIn('here');
  const refresh = (refreshToken: string, deviceId = 'lost') =>
    ask('POST', '/v1/sessions/refresh', { body: { refreshToken, deviceId } });
  const signOut = async (sessionId: string, token = here.accessToken) => {
    const answer = await ask('DELETE', `/v1/sessions/${sessionId}`, { token });
    return answer.status === 204 ? 'signed out' : problemOf(answer);
  };
  const list = async (token = here.accessToken) =>
    SessionList.parse(await (await ask('GET', '/v1/sessions', { token })).json()).sessions;
  const told = async (refreshToken: string, deviceId = 'lost') => {
    const answer = await refresh(refreshToken, deviceId);
    return answer.status === 200 ? 'tokens' : problemOf(answer);
  };
  const accessTold = async (token: string) => {
    const answer = await ask('GET', '/v1/account', { token });
    return answer.status === 200 ? 'account' : problemOf(answer);
  };
  const rename = (sessionId: string, name: unknown, token = here.accessToken) =>
    ask('PATCH', `/v1/sessions/${sessionId}`, { token, body: { name } });
  return { ...service, lost, here, refresh, signOut, list, told, accessTold, rename };
}

describe('a computer signed out from another one', () => {
  it('A8: is told to erase at its next refresh, again and again, and to refresh by everything else', async () => {
    const { lost, here, signOut, told, accessTold, list } = await twoComputers();
    expect(await signOut(lost.sessionId)).toBe('signed out');
    expect(await accessTold(lost.accessToken)).toBe('token-expired');
    expect([await told(lost.refreshToken), await told(lost.refreshToken)]).toEqual([
      'erase-requested',
      'erase-requested',
    ]);
    expect((await list()).map(({ id }) => id)).toEqual([here.sessionId]);
    expect(await signOut(lost.sessionId)).toBe('not-found');
  });

  it('A8: answers 401 with a plain challenge', async () => {
    const { lost, signOut, refresh } = await twoComputers();
    await signOut(lost.sessionId);
    const answer = await refresh(lost.refreshToken);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('A8 A12: is not taken for a thief, whichever of its tokens it still has', async () => {
    const { lost, refresh, signOut, told } = await twoComputers();
    const second = Tokens.parse(await (await refresh(lost.refreshToken)).json());
    const third = Tokens.parse(await (await refresh(second.refreshToken)).json());
    await signOut(lost.sessionId);
    for (const token of [lost, second, third]) expect(await told(token.refreshToken)).toBe('erase-requested');
    expect(await told('A'.repeat(43))).toBe('session-ended');
  });

  it('A8 A12: a theft that was found first stays what it was', async () => {
    const { lost, refresh, signOut, told } = await twoComputers();
    const second = Tokens.parse(await (await refresh(lost.refreshToken)).json());
    await refresh(second.refreshToken);
    expect(await told(lost.refreshToken)).toBe('refresh-token-reused');
    expect(await signOut(lost.sessionId)).toBe('not-found');
    expect(await told(second.refreshToken)).toBe('session-ended');
  });

  it('A8: hears of it also two years later, when others signed in meanwhile and much was tidied away', async () => {
    const { lost, signOut, told, signIn, clock } = await twoComputers();
    await signOut(lost.sessionId);
    for (let round = 0; round < 8; round += 1) {
      clock.advance(91 * dayMs);
      await signIn('here');
      await signIn('elsewhere', ilya);
    }
    expect(await told(lost.refreshToken)).toBe('erase-requested');
    expect((await signIn('lost')).eraseRequested).toBe(true);
  });

  it('A8: hears of it also when it was silent for a year before', async () => {
    const { lost, signOut, told, signIn, clock, list } = await twoComputers();
    for (let round = 0; round < 4; round += 1) {
      clock.advance(91 * dayMs);
      await signIn('here');
    }
    const { accessToken } = await signIn('here');
    expect((await list(accessToken)).map(({ id }) => id)).toContain(lost.sessionId);
    expect(await signOut(lost.sessionId, accessToken)).toBe('signed out');
    expect(await told(lost.refreshToken)).toBe('erase-requested');
  });

  it('A8: hears of it after a restart of the service', async () => {
    const { lost, signOut, service, dataFolder, samplesFolder } = await twoComputers();
    await signOut(lost.sessionId);
    await service.close();
    const again = await startTestService({ dataFolder, samplesFolder });
    const body = { refreshToken: lost.refreshToken };
    expect(await problemOf(await again.ask('POST', '/v1/sessions/refresh', { body }))).toBe('erase-requested');
  });

  it('A8: is told at the sign-in exactly once, with a new device secret, and then works', async () => {
    const { lost, signOut, signIn, told, accessTold } = await twoComputers();
    await signOut(lost.sessionId);
    await told(lost.refreshToken);
    const back = await signIn('lost');
    expect([lost.eraseRequested, back.eraseRequested]).toEqual([false, true]);
    expect(back.deviceSecret).not.toBe(lost.deviceSecret);
    expect(await accessTold(back.accessToken)).toBe('account');
    // Should the answer of that sign-in be lost, the old token still tells.
    expect(await told(lost.refreshToken)).toBe('erase-requested');
    expect(await told(back.refreshToken)).toBe('tokens');
    expect((await signIn('lost')).eraseRequested).toBe(false);
  });

  it('A8: a wrong password and another person’s sign-in there leave the request as it is', async () => {
    const { ask, lost, signOut, signIn } = await twoComputers();
    await signOut(lost.sessionId);
    const device = { id: 'lost', name: 'Laptop', platform: 'linux' };
    const wrong = { email: anna?.email, password: 'wrong-password', device, remember: true };
    expect(await problemOf(await ask('POST', '/v1/sessions', { body: wrong }))).toBe('wrong-credentials');
    expect((await signIn('lost', ilya)).eraseRequested).toBe(false);
    expect((await signIn('here')).eraseRequested).toBe(false);
    expect((await signIn('lost')).eraseRequested).toBe(true);
  });

  it('A8: signed out, back, and signed out again is asked again', async () => {
    const { lost, signOut, signIn, told } = await twoComputers();
    await signOut(lost.sessionId);
    const back = await signIn('lost');
    await signOut(back.sessionId);
    expect(await told(back.refreshToken)).toBe('erase-requested');
    expect([(await signIn('lost')).eraseRequested, (await signIn('lost')).eraseRequested]).toEqual([true, false]);
  });

  it('A8: that never got the answer of its last sign-in hears of it by the token it still has', async () => {
    const { lost, signOut, signIn, told, accessTold } = await twoComputers();
    const unheard = await signIn('lost');
    await signOut(unheard.sessionId);
    expect(await accessTold(lost.accessToken)).toBe('token-expired');
    expect(await told(lost.refreshToken)).toBe('erase-requested');
  });

  it('A8: once it came back, what told of the request is tidied away after 90 days', async () => {
    const { lost, signOut, signIn, told, clock } = await twoComputers();
    await signOut(lost.sessionId);
    await signIn('lost');
    clock.advance(89 * dayMs);
    await signIn('here');
    expect(await told(lost.refreshToken)).toBe('erase-requested');
    clock.advance(2 * dayMs);
    await signIn('here');
    expect(await told(lost.refreshToken)).toBe('session-ended');
  });

  it('A8 G4: when the account is erased, its other computers learn that they are to erase; the one it was erased on is just signed out', async () => {
    const { ask, lost, here, told, clock } = await twoComputers();
    await ask('DELETE', '/v1/account', { token: here.accessToken, body: { password: anna?.password } });
    expect(await told(lost.refreshToken)).toBe('account-erased');
    expect(await told(here.refreshToken, 'here')).toBe('session-ended');
    clock.advance(365 * dayMs);
    expect(await told(lost.refreshToken)).toBe('session-ended');
  });
});

describe('signing out', () => {
  it('A7 A8: the own session ends without a request to erase, and its device secret is gone', async () => {
    const { here, signOut, told, accessTold, signIn } = await twoComputers();
    expect(await signOut(here.sessionId)).toBe('signed out');
    expect(await told(here.refreshToken, 'here')).toBe('session-ended');
    expect(await accessTold(here.accessToken)).toBe('session-ended');
    const back = await signIn('here');
    expect([back.eraseRequested, back.deviceSecret === here.deviceSecret]).toEqual([false, false]);
  });

  it('A8: all others at once; the caller and other people go on', async () => {
    const { ask, lost, here, signIn, told, list, accessTold } = await twoComputers();
    const third = await signIn('third');
    const other = await signIn('lost', ilya);
    for (let round = 0; round < 2; round += 1) {
      const answer = await ask('DELETE', '/v1/sessions', { token: here.accessToken });
      expect([answer.status, await answer.text()]).toEqual([204, '']);
    }
    expect([await told(lost.refreshToken), await told(third.refreshToken, 'third')]).toEqual([
      'erase-requested',
      'erase-requested',
    ]);
    expect((await list()).map(({ id, current }) => [id, current])).toEqual([[here.sessionId, true]]);
    expect(await accessTold(other.accessToken)).toBe('account');
    const back = await Promise.all(['here', 'lost', 'third'].map((id) => signIn(id)));
    expect(back.map(({ eraseRequested }) => eraseRequested)).toEqual([false, true, true]);
  });

  it('A8: the device secrets of computers signed out are on no disk any more', async () => {
    const { ask, lost, here, signIn, dataFolder } = await twoComputers();
    const secrets = [lost, await signIn('third')].map(({ deviceSecret }) => Buffer.from(deviceSecret, 'base64url'));
    const onDisk = () => {
      const files = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name)));
      return secrets.map((secret) => files.some((bytes) => bytes.includes(secret)));
    };
    expect(onDisk()).toEqual([true, true]);
    await ask('DELETE', '/v1/sessions', { token: here.accessToken });
    expect(onDisk()).toEqual([false, false]);
  });

  it('A8: a computer that is signed out can sign out, list and rename nothing', async () => {
    const { ask, lost, here, signOut, rename } = await twoComputers();
    await signOut(lost.sessionId);
    expect(await signOut(here.sessionId, lost.accessToken)).toBe('token-expired');
    const token = lost.accessToken;
    const answers = [await ask('DELETE', '/v1/sessions', { token }), await ask('GET', '/v1/sessions', { token })];
    answers.push(await rename(here.sessionId, 'Mine', token));
    expect(await Promise.all(answers.map((answer) => problemOf(answer)))).toEqual(Array(3).fill('token-expired'));
  });
});

describe('the list of computers', () => {
  it('A8: a computer is renamed from any computer of the account, and the former name is not kept', async () => {
    const { ask, lost, here, rename, list, dataFolder } = await twoComputers();
    await rename(lost.sessionId, 'Anna’s former laptop');
    const answer = await rename(lost.sessionId, '  Ноутбук на даче ');
    expect(answer.status).toBe(200);
    const session = Session.parse(await answer.json());
    expect(session).toMatchObject({
      id: lost.sessionId,
      current: false,
      device: { id: 'lost', name: 'Ноутбук на даче', platform: 'linux' },
    });
    expect(await list()).toContainEqual(session);
    expect(Session.parse(await (await rename(here.sessionId, 'Here')).json()).current).toBe(true);
    const files = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name)));
    expect(files.some((bytes) => bytes.includes('former laptop'))).toBe(false);
    expect((await ask('GET', '/v1/account', { token: lost.accessToken })).status).toBe(200);
  });

  it.each([[''], ['   '], ['x'.repeat(101)], [7], [undefined]])('A8: a name like %j is refused', async (name) => {
    const { lost, rename, list } = await twoComputers();
    expect(await problemOf(await rename(lost.sessionId, name))).toBe('bad-request');
    expect((await list()).map(({ device }) => device.name)).toEqual(['Test computer', 'Test computer']);
  });

  it('A6 A8: nobody renames another person’s computer, one that is signed out, or none', async () => {
    const { lost, here, rename, signIn, signOut, list } = await twoComputers();
    const other = await signIn('lost', ilya);
    expect(await problemOf(await rename(lost.sessionId, 'Mine', other.accessToken))).toBe('not-found');
    expect((await list()).map(({ device }) => device.name)).toEqual(['Test computer', 'Test computer']);
    await signOut(lost.sessionId);
    expect(await problemOf(await rename(lost.sessionId, 'Mine'))).toBe('not-found');
    expect(await problemOf(await rename('s-unknown', 'Mine', here.accessToken))).toBe('not-found');
  });

  it('A8: when a computer was last seen follows its requests and its refreshes', async () => {
    const { ask, lost, refresh, list, clock } = await twoComputers();
    const seen = async () => {
      const session = (await list()).find(({ id }) => id === lost.sessionId);
      return Date.parse(session?.lastSeenAt ?? '') - Date.parse(session?.createdAt ?? '');
    };
    expect(await seen()).toBe(0);
    clock.advance(2 * 60_000);
    await ask('GET', '/v1/keys', { token: lost.accessToken });
    expect(await seen()).toBe(0);
    await ask('GET', '/v1/catalogue', { token: lost.accessToken });
    expect(await seen()).toBe(2 * 60_000);
    clock.advance(30_000);
    await refresh(lost.refreshToken);
    expect(await seen()).toBe(150_000);
  });

  it('A8: a sign-in answer of a service that says nothing of erasing means no', async () => {
    const { eraseRequested, ...older } = (await twoComputers()).here;
    expect([eraseRequested, SignInAnswer.parse(older).eraseRequested]).toEqual([false, false]);
  });
});
