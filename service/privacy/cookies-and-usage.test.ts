import { describe, expect, it } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { lectureAssetId } from '../test-support/samples.ts';
import { handClock, startTestService } from '../test-support/test-service.ts';
import { cookieRegistry } from './cookie-registry.ts';
import { createUsageSums } from './usage-sums.ts';

const nameOf = (line: string) => line.split('=')[0] ?? '';

describe('the cookies of the service', () => {
  it('F3: every cookie of its registry, and no other, comes with an answer to a signed-in call, for as long as the registry says', async () => {
    const { ask, signIn } = await startTestService();
    const { accessToken: token } = await signIn();
    const lines = (await ask('GET', '/v1/catalogue', { token })).headers.getSetCookie();
    const registered = cookieRegistry.items.filter(({ kind }) => kind === 'cookie');
    expect(lines.map(nameOf).toSorted()).toEqual(registered.map(({ name }) => name).toSorted());
    for (const { name, retentionDays } of registered) {
      const line = lines.find((each) => nameOf(each) === name) ?? '';
      expect(line).toMatch(/; HttpOnly; SameSite=Strict$/);
      expect(/Max-Age=(\d+)/.exec(line)?.[1]).toBe(retentionDays === null ? undefined : String(retentionDays * 86_400));
    }
  });

  it('F3: whoever has one is not given it again; an error of a signed-in call brings them too', async () => {
    const { ask, signIn } = await startTestService();
    const { accessToken: token } = await signIn();
    const headers = { cookie: 'lr_usage=abc; lr_interest=x; other=1' };
    const answer = await ask('PUT', '/v1/ratings/course/unknown', {
      token,
      headers,
      body: { stars: 1, changedAt: '2026-11-23T08:00:00.000Z' },
    });
    expect([answer.status, answer.headers.getSetCookie().map(nameOf)]).toEqual([
      404,
      ['lr_session_hint', 'lr_preferences'],
    ]);
  });

  it('F3: nobody who is not signed in gets one, nor anybody with a file, a page or the counters', async () => {
    const { ask, locate, signIn, origin } = await startTestService({ faults: true });
    await signIn();
    const { url } = await locate(lectureAssetId);
    const media = url.replace(origin, '');
    const paths = [
      media,
      '/_stats',
      '/v1/keys',
      '/v1/popular',
      '/v1/cookies',
      '/pages/privacy',
      '/v1/account',
      '/v1/x',
    ];
    for (const path of paths) {
      const answer = await ask('GET', path);
      await answer.arrayBuffer();
      expect([path, answer.headers.get('set-cookie')]).toEqual([path, null]);
    }
  });
});

describe('usage statistics', () => {
  const report = { day: '2026-11-22', appVersion: '1.2.3', platform: 'linux', lecturesPlayed: '1-5' };

  it('F2: are added to sums; nothing tells who told them', async () => {
    const { ask, service, dataFolder } = await startTestService();
    const bodies = [report, report, { ...report, lecturesPlayed: '0' }, { ...report, name: 'Anna' }];
    for (const body of bodies) expect((await ask('POST', '/v1/usage', { body })).status).toBe(204);
    await service.close();
    const database = openDatabase(dataFolder);
    expect(createUsageSums(database, handClock()).all()).toEqual([
      { ...report, lecturesPlayed: '0', told: 1 },
      { ...report, told: 3 },
    ]);
    database.close();
  });

  it.each([
    [{ day: '2026-11-25' }],
    [{ day: '2026-10-01' }],
    [{ appVersion: 'mine' }],
    [{ platform: 'amiga' }],
    [{ lecturesPlayed: '3' }],
  ])('F2: %j is refused', async (wrong) => {
    const { ask } = await startTestService();
    expect((await ask('POST', '/v1/usage', { body: { ...report, ...wrong } })).status).toBe(400);
  });
});
