import { expect, it } from 'vitest';
import { RegionList } from '../../contract/api/accounts.ts';
import { CatalogueDelta } from '../../contract/api/catalogue.ts';
import { sampleAccounts } from '../sample-accounts.ts';
import { writeSamples } from '../test-support/samples.ts';
import { problemOf, startTestService, temporaryFolder } from '../test-support/test-service.ts';

const [, ilya] = sampleAccounts;

/** The small samples, of which the first course is offered in two countries only; Anna is signed in. */
async function scene(regions: readonly string[] = ['DE', 'RU']) {
  const samplesFolder = await temporaryFolder();
  await writeSamples(samplesFolder, (manifest) => ({
    ...manifest,
    courses: manifest.courses.map((course, index) => (index === 0 ? { ...course, regions: [...regions] } : course)),
  }));
  const service = await startTestService({ samplesFolder });
  const { accessToken: token } = await service.signIn();
  const say = async (region: unknown) => service.ask('PUT', '/v1/account/region', { token, body: { region } });
  const delta = async (since?: string, as = token) => {
    const path = `/v1/catalogue${since === undefined ? '' : `?since=${since}`}`;
    return CatalogueDelta.parse(await (await service.ask('GET', path, { token: as })).json());
  };
  const offered = async (since?: string, as = token) =>
    (await delta(since, as)).courses.map(({ id, available }) => [id, available ?? true]);
  return { service, token, say, delta, offered };
}

it('B2: whoever has not said where they are is offered everything', async () => {
  const { offered } = await scene();
  expect(await offered()).toEqual([
    ['first', true],
    ['second', true],
  ]);
});

it('B2: a course that is not offered in the region says so, to that account only, and to it at its next delta', async () => {
  const { service, say, delta, offered } = await scene();
  const { cursor } = await delta();
  expect((await say('FR')).status).toBe(204);
  const fromFrance = [
    ['first', false],
    ['second', true],
  ];
  expect(await offered()).toEqual(fromFrance);
  expect(await offered(cursor)).toEqual(fromFrance);
  const { accessToken } = await service.signIn('device-2', ilya);
  expect((await offered(undefined, accessToken))[0]).toEqual(['first', true]);
  const there = await delta();
  expect(await delta(there.cursor)).toMatchObject({ complete: false, courses: [] });
  await say('RU');
  expect((await offered(there.cursor))[0]).toEqual(['first', true]);
  await say(null);
  expect((await offered(there.cursor))[0]).toEqual(['first', true]);
});

it('B2: a lecture that is not offered is not delivered: no file but its cover, and no licence', async () => {
  const { service, token, say } = await scene();
  const licence = (lectureId: string) =>
    service.ask('POST', '/v1/licences', { token, body: { lectureId, deviceId: 'device-1' } });
  const asset = (id: string) => service.ask('GET', `/v1/assets/${id}`, { token });
  await say('FR');
  for (const id of ['first.one-720p.mp4', 'first.one-audio.m4a', 'first.one.vtt', 'first.one.pdf']) {
    const refused = await asset(id);
    expect([refused.status, await problemOf(refused)]).toEqual([403, 'region-unavailable']);
  }
  const refused = await licence('first-one');
  expect([refused.status, await problemOf(refused)]).toEqual([403, 'region-unavailable']);
  for (const id of ['first.cover.png', 'first.one.png', 'second.one-720p.mp4'])
    expect((await asset(id)).status).toBe(200);
  expect((await licence('second-one')).status).toBe(201);
  await say('DE');
  expect([(await asset('first.one-720p.mp4')).status, (await licence('first-one')).status]).toEqual([200, 201]);
});

it('B2 G3: the region is kept with the account, shown in it, and may be any country or none', async () => {
  const { service, token, say } = await scene();
  const kept = async () =>
    ((await (await service.ask('GET', '/v1/account', { token })).json()) as { region: unknown }).region;
  expect(await kept()).toBeNull();
  await say('FR');
  expect(await kept()).toBe('FR');
  for (const wrong of ['fr', 'France', 'XX', '', 7, undefined])
    expect(await problemOf(await say(wrong))).toBe('bad-request');
  expect(await kept()).toBe('FR');
});

it('B2: which countries may be said is told to everybody', async () => {
  const { service } = await scene();
  const answer = await service.ask('GET', '/v1/regions');
  const { regions } = RegionList.parse(await answer.json());
  expect([answer.status, regions.length, new Set(regions).size]).toEqual([200, 249, 249]);
  expect(regions).toEqual(expect.arrayContaining(['DE', 'RU', 'KZ']));
});
