import { describe, expect, it } from 'vitest';
import { RatingList } from '../../contract/api/ratings.ts';
import { sampleAccounts } from '../sample-accounts.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';

async function rating() {
  const service = await startTestService();
  const { accessToken: token } = await service.signIn();
  const at = (seconds: number) => new Date(service.clock.nowMs() + seconds * 1000).toISOString();
  return {
    ...service,
    at,
    rate: (path: string, body: unknown) => service.ask('PUT', `/v1/ratings/${path}`, { token, body }),
    withdraw: (path: string, changedAt: string) =>
      service.ask('DELETE', `/v1/ratings/${path}?changedAt=${changedAt}`, { token }),
    list: async (of = token) =>
      RatingList.parse(await (await service.ask('GET', '/v1/ratings', { token: of })).json()).ratings,
  };
}

describe('ratings', () => {
  it('B7: a lecture and a course are rated, the rating is changed and withdrawn', async () => {
    const { rate, withdraw, list, at } = await rating();
    expect((await rate('lecture/first-one', { stars: 4, changedAt: at(-10) })).status).toBe(204);
    expect((await rate('course/first', { stars: 5, changedAt: at(-9) })).status).toBe(204);
    expect(await list()).toEqual([
      { kind: 'course', id: 'first', stars: 5, changedAt: at(-9) },
      { kind: 'lecture', id: 'first-one', stars: 4, changedAt: at(-10) },
    ]);
    await rate('lecture/first-one', { stars: 2, changedAt: at(-8) });
    expect((await withdraw('course/first', at(-7))).status).toBe(204);
    expect(await list()).toEqual([{ kind: 'lecture', id: 'first-one', stars: 2, changedAt: at(-8) }]);
  });

  it('B7: of two changes the later one holds, whichever arrives first; a time to come counts as now', async () => {
    const { rate, withdraw, list, at } = await rating();
    await withdraw('lecture/first-one', at(-5));
    await rate('lecture/first-one', { stars: 1, changedAt: at(-60) });
    expect(await list()).toEqual([]);
    await rate('lecture/first-one', { stars: 3, changedAt: at(3600) });
    expect(await list()).toEqual([{ kind: 'lecture', id: 'first-one', stars: 3, changedAt: at(0) }]);
    await rate('lecture/first-one', { stars: 4, changedAt: at(0) });
    expect((await list())[0]?.stars).toBe(4);
  });

  it('B7: each account has its own; what is not published, no number of stars, and nobody are refused', async () => {
    const { rate, withdraw, list, at, ask, signIn } = await rating();
    await rate('lecture/first-one', { stars: 4, changedAt: at(0) });
    expect(await list((await signIn('device-2', sampleAccounts[1])).accessToken)).toEqual([]);
    expect(await problemOf(await rate('lecture/nothing', { stars: 4, changedAt: at(0) }))).toBe('not-found');
    expect(await problemOf(await rate('course/first-one', { stars: 4, changedAt: at(0) }))).toBe('not-found');
    expect(await problemOf(await rate('lecture/first-one', { stars: 6, changedAt: at(0) }))).toBe('bad-request');
    expect(await problemOf(await rate('film/first-one', { stars: 4, changedAt: at(0) }))).toBe('bad-request');
    expect((await withdraw('lecture/nothing', at(0))).status).toBe(204);
    expect((await ask('GET', '/v1/ratings')).status).toBe(401);
  });
});
