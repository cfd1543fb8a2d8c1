import { describe, expect, it } from 'vitest';
import { Tokens } from '../../contract/api/sessions.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';

/** A computer whose refresh was carried out by the service and whose answer never arrived. */
async function answerLost() {
  const service = await startTestService({ faults: true });
  const { ask, order, signIn } = service;
  const first = await signIn();
  const refresh = (refreshToken: string, deviceId = 'device-1') =>
    ask('POST', '/v1/sessions/refresh', { body: { refreshToken, deviceId } });
  const works = async (token: string) => (await ask('GET', '/v1/account', { token })).status;
  await order({ rules: [{ route: 'POST /v1/sessions/refresh', fault: { kind: 'loseAnswer' } }] });
  await expect(refresh(first.refreshToken)).rejects.toThrow('fetch failed');
  const stats: unknown = await (await ask('GET', '/_stats')).json();
  expect(stats).toMatchObject({ routes: { 'POST /v1/sessions/refresh': { requests: 1, statuses: { 200: 1 } } } });
  return { ...service, first, refresh, works };
}

describe('a refresh whose answer was lost', () => {
  it('A12: asked again by the same computer within a minute gives new tokens, and they go on', async () => {
    const { first, refresh, works, clock } = await answerLost();
    clock.advance(60_000);
    const again = Tokens.parse(await (await refresh(first.refreshToken)).json());
    expect([again.sessionId, again.deviceSecret]).toEqual([first.sessionId, first.deviceSecret]);
    expect([first.refreshToken, first.accessToken]).not.toContain(again.refreshToken);
    expect(await works(again.accessToken)).toBe(200);
    expect((await refresh(again.refreshToken)).status).toBe(200);
  });

  it.each([
    ['by another computer', 0, 'device-2'],
    ['by the same computer after the minute', 60_001, 'device-1'],
  ])('A12: asked again %s ends the family', async (_, waitMs, deviceId) => {
    const { first, refresh, works, clock, signIn } = await answerLost();
    clock.advance(waitMs);
    expect(await problemOf(await refresh(first.refreshToken, deviceId))).toBe('refresh-token-reused');
    expect(await problemOf(await refresh(first.refreshToken))).toBe('session-ended');
    expect(await works(first.accessToken)).toBe(401);
    expect((await signIn()).deviceSecret).not.toBe(first.deviceSecret);
  });
});
