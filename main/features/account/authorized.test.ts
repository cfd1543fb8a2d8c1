import { describe, expect, it } from 'vitest';
import { SessionId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { SessionTokens } from './account-state.ts';
import { createAuthorized } from './authorized.ts';

const tokensOf = (accessToken: string): SessionTokens => ({
  sessionId: SessionId.parse('session-1'),
  accessToken,
  refreshToken: 'refresh',
});

function rig(first: SessionTokens | 'local' | null, renewed: Result<SessionTokens> = ok(tokensOf('fresh'))) {
  let tokens = first;
  let refreshes = 0;
  const authorized = createAuthorized({
    tokens: () => tokens,
    refresh: async () => {
      refreshes += 1;
      await Promise.resolve();
      if (renewed.ok) tokens = renewed.value;
      return renewed;
    },
  });
  const service = (token: string) => Promise.resolve(token === 'fresh' ? ok(token) : fail('session-ended'));
  return { authorized, service, refreshes: () => refreshes };
}

describe('A12: calls with a bearer token', () => {
  it('A12: fifty calls refused at once use the refresh token once, and all succeed', async () => {
    const { authorized, service, refreshes } = rig(tokensOf('stale'));
    const answers = await Promise.all(Array.from({ length: 50 }, () => authorized(service)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(refreshes()).toBe(1);
  });
  it('A12: a call that began with the old token takes the new one that came meanwhile', async () => {
    const { authorized, service, refreshes } = rig(tokensOf('stale'));
    let release: () => void = () => undefined;
    const slow = authorized(async (token) => {
      if (token === 'stale') await new Promise<void>((go) => (release = go));
      return service(token);
    });
    expect(await authorized(service)).toEqual(ok('fresh'));
    release();
    expect(await slow).toEqual(ok('fresh'));
    expect(refreshes()).toBe(1);
  });
  it('A12: without a token yet it is fetched before the first call', async () => {
    const { authorized, service, refreshes } = rig(tokensOf(''));
    expect(await authorized(service)).toEqual(ok('fresh'));
    expect(refreshes()).toBe(1);
  });
  it.each<[string, SessionTokens | 'local' | null, Result<SessionTokens>, string]>([
    ['nobody is signed in', null, ok(tokensOf('fresh')), 'signed-out'],
    ['the account was opened without the service', 'local', ok(tokensOf('fresh')), 'service-unreachable'],
    ['the session is over', tokensOf('stale'), fail('session-ended'), 'session-ended'],
    ['the line is gone at the refresh', tokensOf('stale'), fail('service-unreachable'), 'service-unreachable'],
  ])('A5: %s', async (_name, tokens, renewed, code) => {
    const { authorized, service } = rig(tokens, renewed);
    expect(await authorized(service)).toEqual({ ok: false, error: { code } });
  });
  it('A12: any other failure is handed on, nothing is renewed', async () => {
    const { authorized, refreshes } = rig(tokensOf('fresh'));
    expect(await authorized(() => Promise.resolve(fail('service-failed')))).toEqual(fail('service-failed'));
    expect(refreshes()).toBe(0);
  });
});
