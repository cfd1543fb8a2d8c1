import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SessionList, Tokens } from '../../contract/api/sessions.ts';
import { sampleAccounts } from '../sample-accounts.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';

const device = { id: 'device-1', name: 'Laptop', platform: 'linux' };
const [anna, ilya] = sampleAccounts;

async function signedIn() {
  const service = await startTestService();
  const first = await service.signIn();
  const refresh = (refreshToken: string, deviceId: string | undefined = 'device-1') =>
    service.ask('POST', '/v1/sessions/refresh', { body: { refreshToken, ...(deviceId === '' ? {} : { deviceId }) } });
  const rotate = async (token: string) => {
    const answer = await refresh(token);
    expect(answer.status).toBe(200);
    return Tokens.parse(await answer.json());
  };
  const works = async (token: string) => (await service.ask('GET', '/v1/account', { token })).status;
  return { ...service, first, refresh, rotate, works };
}

describe('signing in', () => {
  it('A1: answers account, tokens and a device secret', async () => {
    const { first, ask } = await signedIn();
    expect(first.account).toMatchObject({ name: anna?.name, email: anna?.email });
    expect(Buffer.from(first.deviceSecret, 'base64url').length).toBe(32);
    expect(await (await ask('GET', '/v1/account', { token: first.accessToken })).json()).toMatchObject(first.account);
  });

  it('A1: a wrong password and an unknown e-mail are told alike', async () => {
    const { ask } = await startTestService();
    const bodies = [
      { email: anna?.email, password: 'wrong-password' },
      { email: 'nobody@sample.lectoroom', password: anna?.password },
    ];
    const answers = await Promise.all(
      bodies.map((body) => ask('POST', '/v1/sessions', { body: { ...body, device, remember: true } })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([401, 401]);
    const [wrong, unknown] = await Promise.all(answers.map((answer) => answer.text()));
    expect(wrong).toBe(unknown);
    expect(wrong).toContain('urn:lectoroom:problem:wrong-credentials');
  });

  it('A1: the e-mail may be typed in any case, with spaces around it', async () => {
    const { ask } = await startTestService();
    const body = { email: ` ${anna?.email.toUpperCase()} `, password: anna?.password, device, remember: false };
    expect((await ask('POST', '/v1/sessions', { body })).status).toBe(201);
  });

  it.each([
    [{}, 'body.email'],
    [
      { email: 'a@b.cd', password: 'x', device: { ...device, platform: 'amiga' }, remember: true },
      'body.device.platform',
    ],
    [{ email: 7, password: 'x', device, remember: true }, 'body.email'],
  ])('A1: a body that is not what the API says names the field, never its value', async (body, field) => {
    const { ask } = await startTestService();
    const answer = await ask('POST', '/v1/sessions', { body });
    const text = await answer.clone().text();
    expect(await problemOf(answer)).toBe('bad-request');
    expect(text).toContain(field);
    expect(text).not.toContain('amiga');
  });

  it('A8: a second sign-in on the same computer takes the first one’s place and keeps its device secret', async () => {
    const { signIn, first, works, ask } = await signedIn();
    const second = await signIn();
    expect(second.deviceSecret).toBe(first.deviceSecret);
    expect(await works(first.accessToken)).toBe(401);
    const list = SessionList.parse(await (await ask('GET', '/v1/sessions', { token: second.accessToken })).json());
    expect(list.sessions.map((session) => session.id)).toEqual([second.sessionId]);
  });

  it('A6: another account on the same computer gets another device secret and ends nothing', async () => {
    const { signIn, first, works } = await signedIn();
    const other = await signIn('device-1', ilya);
    expect(other.deviceSecret).not.toBe(first.deviceSecret);
    expect(await works(first.accessToken)).toBe(200);
  });
});

describe('refresh tokens', () => {
  it('A12: each use gives new ones; session and device secret stay', async () => {
    const { first, rotate, works } = await signedIn();
    const second = await rotate(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect([second.sessionId, second.deviceSecret]).toEqual([first.sessionId, first.deviceSecret]);
    expect(await works(second.accessToken)).toBe(200);
  });

  it('A12: an old one used again ends the family: every token of it is refused', async () => {
    const { first, rotate, refresh, works } = await signedIn();
    const second = await rotate(first.refreshToken);
    const third = await rotate(second.refreshToken);
    expect(await problemOf(await refresh(first.refreshToken))).toBe('refresh-token-reused');
    expect(await problemOf(await refresh(third.refreshToken))).toBe('session-ended');
    expect(await works(third.accessToken)).toBe(401);
  });

  it('A12: the family that ended loses its device secret; other computers go on', async () => {
    const { first, rotate, refresh, signIn, works } = await signedIn();
    const elsewhere = await signIn('device-2');
    const second = await rotate(first.refreshToken);
    await rotate(second.refreshToken);
    await refresh(first.refreshToken);
    expect(await works(elsewhere.accessToken)).toBe(200);
    expect((await signIn()).deviceSecret).not.toBe(first.deviceSecret);
  });

  it('A12: when the answer was lost, the same computer may ask again within a minute', async () => {
    const { first, rotate, refresh, works, clock } = await signedIn();
    const lost = await rotate(first.refreshToken);
    clock.advance(59_000);
    const again = await rotate(first.refreshToken);
    expect(again.refreshToken).not.toBe(lost.refreshToken);
    expect(await works(again.accessToken)).toBe(200);
    const next = await rotate(again.refreshToken);
    expect(await works(next.accessToken)).toBe(200);
    // What was lost was replaced: whoever shows it now found it.
    expect(await problemOf(await refresh(lost.refreshToken))).toBe('refresh-token-reused');
    expect(await works(next.accessToken)).toBe(401);
  });

  it('A12: the token of a lost answer is void even before its replacement was used', async () => {
    const { first, rotate, refresh } = await signedIn();
    const lost = await rotate(first.refreshToken);
    const again = await rotate(first.refreshToken);
    expect(await problemOf(await refresh(lost.refreshToken))).toBe('refresh-token-reused');
    expect(await problemOf(await refresh(again.refreshToken))).toBe('session-ended');
  });

  it('A12: a lost answer may be lost twice', async () => {
    const { first, rotate } = await signedIn();
    await rotate(first.refreshToken);
    await rotate(first.refreshToken);
    const third = await rotate(first.refreshToken);
    expect((await rotate(third.refreshToken)).sessionId).toBe(first.sessionId);
  });

  it.each([
    ['after a minute', 60_001, 'device-1', false],
    ['by another computer', 0, 'device-2', false],
    ['by a caller who does not say which computer it is', 0, '', false],
    ['once its successor was used', 0, 'device-1', true],
  ])('A12: asking again %s is reuse', async (_, waitMs, deviceId, useSuccessor) => {
    const { first, rotate, refresh, clock } = await signedIn();
    const second = await rotate(first.refreshToken);
    if (useSuccessor) await rotate(second.refreshToken);
    clock.advance(waitMs);
    expect(await problemOf(await refresh(first.refreshToken, deviceId))).toBe('refresh-token-reused');
    expect(await problemOf(await refresh(second.refreshToken))).toBe('session-ended');
  });

  it('A12: a current token shown by another computer ends the family', async () => {
    const { first, refresh } = await signedIn();
    expect(await problemOf(await refresh(first.refreshToken, 'device-2'))).toBe('refresh-token-reused');
    expect(await problemOf(await refresh(first.refreshToken))).toBe('session-ended');
  });

  it('A12: a caller who names no computer can still rotate', async () => {
    const { first, refresh } = await signedIn();
    expect((await refresh(first.refreshToken, '')).status).toBe(200);
  });

  it('A12: of twenty at once with one token all are answered, and of what they were given only one goes on', async () => {
    const { first, refresh } = await signedIn();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(first.refreshToken)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    const given = await Promise.all(answers.map(async (answer) => Tokens.parse(await answer.json())));
    const next = await Promise.all(given.map(({ refreshToken }) => refresh(refreshToken)));
    expect(next.filter((answer) => answer.status === 200).length).toBeLessThanOrEqual(1);
  });

  it('A2: unremembered ones end after 12 hours, remembered ones after 60 days without use', async () => {
    const { signIn, refresh, clock } = await signedIn();
    const short = await signIn('device-2', anna, false);
    const long = await signIn('device-3', anna, true);
    clock.advance(12 * 3_600_000);
    expect(await problemOf(await refresh(short.refreshToken, 'device-2'))).toBe('session-ended');
    clock.advance(59 * 86_400_000);
    const used = await (await refresh(long.refreshToken, 'device-3')).json();
    clock.advance(60 * 86_400_000);
    expect(await problemOf(await refresh(Tokens.parse(used).refreshToken, 'device-3'))).toBe('session-ended');
  });

  it('A12: unknown and ill-formed ones are refused', async () => {
    const { refresh } = await signedIn();
    expect(await problemOf(await refresh('A'.repeat(43)))).toBe('session-ended');
    expect(await problemOf(await refresh('not a token at all, but long'))).toBe('bad-request');
  });
});

describe('access tokens', () => {
  it('A5: end after ten minutes and say so, so that only a refresh is needed', async () => {
    const { first, ask, clock, rotate, works } = await signedIn();
    clock.advance(10 * 60_000 - 1);
    expect(await works(first.accessToken)).toBe(200);
    clock.advance(1);
    const late = await ask('GET', '/v1/account', { token: first.accessToken });
    expect(late.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(await problemOf(late)).toBe('token-expired');
    expect(await works((await rotate(first.refreshToken)).accessToken)).toBe(200);
  });

  it('A5: an unknown token is not the end of a session', async () => {
    const { ask } = await startTestService();
    expect(await problemOf(await ask('GET', '/v1/account', { token: 'A'.repeat(43) }))).toBe('token-expired');
  });
});

describe('computers signed in', () => {
  it('A8: are listed with name, platform and when last seen', async () => {
    const { ask, signIn, first, clock } = await signedIn();
    clock.advance(120_000);
    const second = await signIn('device-2');
    const { sessions } = SessionList.parse(
      await (await ask('GET', '/v1/sessions', { token: second.accessToken })).json(),
    );
    expect(sessions.map(({ id, current }) => [id, current])).toEqual([
      [second.sessionId, true],
      [first.sessionId, false],
    ]);
    expect(sessions[0]).toMatchObject({ device: { id: 'device-2', name: 'Test computer', platform: 'linux' } });
    expect(Date.parse(sessions[0]?.lastSeenAt ?? '') - Date.parse(sessions[1]?.lastSeenAt ?? '')).toBe(120_000);
  });

  it('A6 A8: nobody signs out another person’s computer', async () => {
    const { ask, signIn, first, works } = await signedIn();
    const other = await signIn('device-9', ilya);
    const path = `/v1/sessions/${first.sessionId}`;
    expect(await problemOf(await ask('DELETE', path, { token: other.accessToken }))).toBe('not-found');
    expect(await works(first.accessToken)).toBe(200);
  });
});

describe('what is kept', () => {
  it('A1 A12: no password and no token, only their hashes; sessions survive a restart', async () => {
    const { service, dataFolder, samplesFolder, first } = await signedIn();
    await service.close();
    const files = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name)));
    for (const secret of [anna?.password ?? '', first.accessToken, first.refreshToken]) {
      for (const bytes of files) expect(bytes.includes(secret)).toBe(false);
    }
    const again = await startTestService({ dataFolder, samplesFolder });
    expect((await again.ask('GET', '/v1/account', { token: first.accessToken })).status).toBe(200);
  });
});
