import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PopularList } from '../../contract/api/popular.ts';
import { lectureAssetId } from '../test-support/samples.ts';
import { startTestService } from '../test-support/test-service.ts';
import { averageOf, roughly } from './rounding.ts';

const samplesFolder = fileURLToPath(new URL('../samples', import.meta.url));
const dayMs = 86_400_000;

async function crowd(options: Parameters<typeof startTestService>[0] = {}) {
  const service = await startTestService(options);
  let count = 0;
  /** Another person with an account; what they do is by their token. */
  async function join(): Promise<string> {
    count += 1;
    const person = { name: 'P', email: `p${count}@example.org`, password: 'a long enough one' };
    const terms = (await (await service.ask('GET', '/v1/terms')).json()) as { version: string };
    const adult = { birthDate: '1990-01-01', guardianConfirmed: false, acceptedTermsVersion: terms.version };
    await service.ask('POST', '/v1/accounts', { body: { ...person, ...adult } });
    return (await service.signIn(`device-${count}`, person, false)).accessToken;
  }
  const list = async () => PopularList.parse(await (await service.ask('GET', '/v1/popular')).json()).courses;
  return {
    ...service,
    join,
    list,
    watch: (token: string, asset = lectureAssetId) => service.ask('GET', `/v1/assets/${asset}`, { token }),
    rate: (token: string, stars: number) =>
      service.ask('PUT', '/v1/ratings/course/first', {
        token,
        body: { stars, changedAt: new Date(service.clock.nowMs()).toISOString() },
      }),
    nextDay: () => service.clock.advance(dayMs),
  };
}

describe('what is popular', () => {
  it('B1: is told of five people and more, and of fewer nothing', async () => {
    const { join, watch, rate, list, nextDay } = await crowd();
    const people = await Promise.all([1, 2, 3, 4].map(() => join()));
    for (const token of people) {
      expect((await watch(token)).status).toBe(200);
      expect((await rate(token, 5)).status).toBe(204);
    }
    expect(await list()).toEqual([]);
    const fifth = await join();
    await watch(fifth);
    nextDay();
    expect(await list()).toEqual([{ courseId: 'first', viewerCount: 5, rating: null }]);
    await rate(await join(), 3);
    nextDay();
    expect(await list()).toEqual([{ courseId: 'first', viewerCount: 5, rating: { average: 4.6, count: 5 } }]);
  });

  it('B1: counts people, not times, and only those who watched or fetched a lecture in the last 90 days', async () => {
    const { join, watch, list, clock, nextDay } = await crowd({ leastPeople: 1 });
    const person = await join();
    for (const asset of ['first.cover.png', 'first.one.vtt', 'first.one.pdf', 'nothing']) await watch(person, asset);
    expect(await list()).toEqual([]);
    await watch(person);
    await watch(person, 'first.one-audio.m4a');
    nextDay();
    expect(await list()).toEqual([{ courseId: 'first', viewerCount: 1, rating: null }]);
    clock.advance(88 * dayMs);
    expect(await list()).toHaveLength(1);
    nextDay();
    expect(await list()).toEqual([]);
  });

  it('B1 F3: is counted once a day, so that no answer tells what somebody just did; who erases an account is not in the next one', async () => {
    const { join, watch, rate, list, nextDay, ask, clock } = await crowd({ leastPeople: 1 });
    const [person, other] = [await join(), await join()];
    await rate(person, 2);
    expect(await list()).toEqual([{ courseId: 'first', viewerCount: null, rating: { average: 2, count: 1 } }]);
    for (const token of [person, other]) await watch(token);
    const later = new Date(clock.nowMs() + 1000).toISOString();
    await ask('DELETE', `/v1/ratings/course/first?changedAt=${later}`, { token: person });
    const erased = await ask('DELETE', '/v1/account', { token: other, body: { password: 'a long enough one' } });
    expect(erased.status).toBe(200);
    expect((await list())[0]).toMatchObject({ viewerCount: null, rating: { count: 1 } });
    nextDay();
    expect((await list())[0]?.viewerCount).toBe(1);
  });

  it('B1: needs no account, says 304 to whom has it, and names only what is published', async () => {
    const { ask, join, watch, list } = await crowd({ leastPeople: 1 });
    await watch(await join());
    const first = await ask('GET', '/v1/popular');
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, etag.length > 2]).toEqual([200, true]);
    expect((await ask('GET', '/v1/popular', { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await list()).map(({ courseId }) => courseId)).toEqual(['first']);
  });

  it('I6 B1: the sample courses have figures, by made-up learners whom nobody can sign in as', async () => {
    const { list, signIn } = await crowd({ samplesFolder });
    expect(await list()).toEqual([
      { courseId: 'course-seeking', viewerCount: 10, rating: { average: 4.7, count: 9 } },
      { courseId: 'course-memory', viewerCount: 15, rating: { average: 4.8, count: 13 } },
      { courseId: 'course-probability', viewerCount: 5, rating: null },
    ]);
    const learner = { name: '', email: 'learner-1@sample.lectoroom', password: '' };
    await expect(signIn('device-9', learner)).rejects.toThrow('400');
    await expect(signIn('device-9', { ...learner, password: 'sample' })).rejects.toThrow('401');
  });
});

it('B1: numbers are told in steps, never of more people than there are', () => {
  const told = [1, 4, 5, 9, 12, 99, 100, 1249, 98_765].map(roughly);
  expect(told).toEqual([1, 4, 5, 5, 10, 95, 100, 1200, 98_000]);
  expect([averageOf(23, 5), averageOf(14, 3), averageOf(5, 1)]).toEqual([4.6, 4.7, 5]);
});
