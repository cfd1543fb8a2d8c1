import { describe, expect, it } from 'vitest';
import { Marketing, PersonalData, Processing, Profile } from '../../contract/api/personal-data.ts';
import { stampAfter } from '../../contract/domain/stamp.ts';
import { lectureAssetId } from '../test-support/samples.ts';
import { anythingHolds } from '../test-support/traces.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';

const canary = 'Unmistakable-Canary';

async function open(options: Parameters<typeof startTestService>[0] = {}) {
  const rig = await startTestService(options);
  const { accessToken: token } = await rig.signIn();
  const ask = (method: string, path: string, body?: unknown) =>
    rig.ask(method, path, body === undefined ? { token } : { token, body });
  const data = async () => PersonalData.parse(await (await ask('GET', '/v1/account/data')).json());
  const patch = (body: unknown) => ask('PATCH', '/v1/account/profile', body);
  const rate = () =>
    ask('PUT', '/v1/ratings/course/first', { stars: 4, changedAt: new Date(rig.clock.nowMs()).toISOString() });
  async function told(): Promise<Response> {
    const { epoch } = (await (await ask('GET', '/v1/history')).json()) as { epoch: string };
    const stamp = stampAfter({ nowMs: rig.clock.nowMs(), deviceId: 'one', clock: null, seen: null });
    const atMs = Date.UTC(2026, 10, 20, 12);
    const lecture = {
      lectureId: 'first-one',
      reset: null,
      completion: null,
      position: { stamp, positionMs: 1000, watchedAtMs: atMs },
      spans: [],
    };
    return await ask('POST', '/v1/history/events', { epoch, events: [{ kind: 'lecture', lecture }] });
  }
  return { ...rig, token, request: ask, data, patch, rate, told };
}

const nothingStopped = { restricted: false, objectsToMarketing: false, objectsToProfiling: false };

describe('everything that is held of a person', () => {
  it('G1: is answered whole: profile, card, bills, letters, computers, activity, ratings, decisions, requests', async () => {
    const { data, patch, rate, told, request } = await open();
    await patch({ phone: '+49 30 1234567', address: { street: 'Hof 1', city: 'Berlin', postalCode: '10115' } });
    await rate();
    await told();
    await request('GET', `/v1/assets/${lectureAssetId}`);
    const consent = { policyVersion: '2026-01', action: 'reject-all', functional: false, advertisement: false };
    const id = '0b0f6e0a-7c0e-4a55-9a53-0d1f0a6f3a11';
    await request('POST', '/v1/consents', { ...consent, id, decidedAt: '2026-11-23T08:00:00.000Z' });
    const asked = { id, kind: 'access', text: 'All of it', askedAt: '2026-11-22T08:00:00.000Z' };
    await request('POST', '/v1/privacy/requests', asked);
    expect(await data()).toMatchObject({
      account: { email: 'anna@sample.lectoroom', birthDate: '1990-05-17' },
      profile: { name: 'Anna Keller', phone: '+49 30 1234567', address: { postalCode: '10115' }, socialLinks: [] },
      paymentMethod: { brand: 'Visa (sample)', lastFour: '4242' },
      marketing: { newsletter: false, offers: false },
      processing: nothingStopped,
      sessions: [{ name: 'Test computer', platform: 'linux', lastSeenAt: '2026-11-23T09:00:00.000Z' }],
      activity: { historyEvents: 1, firstAt: '2026-11-20T12:00:00.000Z', lastAt: '2026-11-20T12:00:00.000Z' },
      viewedCourses: [{ courseId: 'first', lastDay: '2026-11-23' }],
      ratings: [{ subject: 'course/first', stars: 4 }],
      supportContacts: [{ at: '2026-09-14T10:30:00.000Z', reason: 'billing' }],
      billing: [{ at: '2026-10-01', amount: 'EUR 9.00' }, { at: '2026-09-01' }, { at: '2026-08-01' }],
      consents: [{ ...consent, id }],
      requests: [{ ...asked, state: 'received' }],
    });
  });

  it('G1: has no password, token or key in it, and nobody else’s', async () => {
    const { request, token, signIn, dataFolder } = await open();
    const { refreshToken, deviceSecret } = await signIn();
    const text = await (await request('GET', '/v1/account/data')).text();
    expect(anythingHolds(dataFolder, Buffer.from(deviceSecret, 'base64url'))).toBe(true);
    for (const secret of [token, refreshToken, deviceSecret, 'reading-room-7', 'ilya', 'learner-1']) {
      expect(text.includes(secret)).toBe(false);
    }
  });
});

describe('correcting', () => {
  it('G3: changes what was said and nothing else; of former values no byte is left', async () => {
    const { patch, data, dataFolder } = await open();
    const address = { street: `${canary} street`, city: `${canary} city`, postalCode: canary.slice(0, 20) };
    const socialLinks = [`https://example.org/${canary}`];
    const first = { name: `${canary} name`, phone: '+7 999 1234567', birthDate: '1980-02-29', address, socialLinks };
    expect(Profile.parse(await (await patch(first)).json())).toEqual(first);
    expect(anythingHolds(dataFolder, canary)).toBe(true);
    const nowhere = { street: null, city: null, postalCode: null };
    const second = { name: '  Anna  ', phone: null, address: nowhere, socialLinks: [], birthDate: '1981-01-01' };
    expect(await (await patch(second)).json()).toEqual({ ...second, name: 'Anna' });
    expect(await (await patch({ name: 'Anna K.' })).json()).toEqual({ ...second, name: 'Anna K.' });
    for (const trace of [canary, '+7 999 1234567', '1980-02-29']) expect(anythingHolds(dataFolder, trace)).toBe(false);
    expect((await data()).account).toMatchObject({ name: 'Anna K.', birthDate: '1981-01-01' });
  });

  it.each([
    [{ name: '   ' }],
    [{ birthDate: '2026-02-30' }],
    [{ birthDate: '1800-01-01' }],
    [{ phone: 'call me' }],
    [{ socialLinks: ['http://example.org'] }],
    [{ address: { street: '', city: null, postalCode: null } }],
  ])('G3: %j is refused, and nothing is changed', async (wrong) => {
    const { patch, data } = await open();
    const { profile } = await data();
    expect(await problemOf(await patch({ name: 'Somebody', ...wrong }))).toBe('bad-request');
    expect((await data()).profile).toEqual(profile);
  });

  it('G8: a birth date under 18 needs a guardian’s word; without it nothing is changed', async () => {
    const { patch, data } = await open();
    const { profile } = await data();
    expect(await problemOf(await patch({ name: 'Somebody', birthDate: '2010-01-01' }))).toBe('guardian-required');
    expect((await data()).profile).toEqual(profile);
    expect((await patch({ birthDate: '2010-01-01', guardianConfirmed: true })).status).toBe(200);
    expect((await data()).account).toMatchObject({ birthDate: '2010-01-01', guardianConfirmed: true });
    expect((await patch({ birthDate: '2010-01-02' })).status).toBe(200);
  });
});

describe('stopping the use of one’s data', () => {
  it('G6: newsletter and offers are off until they are wanted, each for itself', async () => {
    const { request } = await open();
    const read = async () => Marketing.parse(await (await request('GET', '/v1/account/marketing')).json());
    expect(await read()).toEqual({ newsletter: false, offers: false });
    await request('PUT', '/v1/account/marketing', { newsletter: true, offers: false });
    expect(await read()).toEqual({ newsletter: true, offers: false });
    await request('PUT', '/v1/account/marketing', { newsletter: false, offers: true });
    expect(await read()).toEqual({ newsletter: false, offers: true });
  });

  it('G5: objecting to marketing turns all of it off, and it cannot be turned on until that is taken back', async () => {
    const { request } = await open();
    const wanted = { newsletter: true, offers: true };
    await request('PUT', '/v1/account/marketing', wanted);
    const objects = { ...nothingStopped, objectsToMarketing: true };
    const answer = await request('PUT', '/v1/account/processing', objects);
    expect(Processing.parse(await answer.json())).toEqual(objects);
    const now = async (): Promise<unknown> => (await request('GET', '/v1/account/marketing')).json();
    expect(await now()).toEqual({ newsletter: false, offers: false });
    for (const some of [wanted, { newsletter: true, offers: false }, { newsletter: false, offers: true }]) {
      expect(await problemOf(await request('PUT', '/v1/account/marketing', some))).toBe('restricted');
    }
    expect((await request('PUT', '/v1/account/marketing', await now())).status).toBe(200);
    await request('PUT', '/v1/account/processing', nothingStopped);
    expect(await now()).toEqual({ newsletter: false, offers: false });
    expect((await request('PUT', '/v1/account/marketing', wanted)).status).toBe(200);
  });

  it('G5: restricted, data stays and can be read and corrected; nothing is taken in or counted, and lectures still play', async () => {
    const { request, rate, told, patch, data } = await open();
    expect([(await rate()).status, (await told()).status]).toEqual([204, 200]);
    const before = await data();
    await request('PUT', '/v1/account/marketing', { newsletter: true, offers: false });
    await request('PUT', '/v1/account/processing', { ...nothingStopped, restricted: true });
    const refused = [
      await rate(),
      await told(),
      await request('PUT', '/v1/account/marketing', { newsletter: true, offers: true }),
    ];
    for (const answer of refused) expect([answer.status, await problemOf(answer)]).toEqual([403, 'restricted']);
    const { ratings, activity } = await data();
    expect([ratings, activity]).toEqual([before.ratings, before.activity]);
    const readable = ['/v1/catalogue', `/v1/assets/${lectureAssetId}`, '/v1/history', '/v1/ratings', '/v1/sessions'];
    for (const path of readable) expect([path, (await request('GET', path)).status]).toEqual([path, 200]);
    expect((await patch({ name: 'Anna K.' })).status).toBe(200);
    expect((await request('PUT', '/v1/account/marketing', { newsletter: false, offers: false })).status).toBe(200);
    await request('PUT', '/v1/account/processing', nothingStopped);
    expect([(await rate()).status, (await told()).status]).toEqual([204, 200]);
  });

  it.each(['restricted', 'objectsToProfiling'] as const)(
    'G5: with %s a person is left out of what is popular, from the next count on',
    async (stop) => {
      const { request, rate, clock, ask, signIn } = await open({ leastPeople: 1 });
      async function popularOn(day: number) {
        clock.advance(86_400_000 * day);
        return ((await (await ask('GET', '/v1/popular')).json()) as { courses: unknown }).courses;
      }
      await rate();
      await request('GET', `/v1/assets/${lectureAssetId}`);
      expect(await popularOn(0)).toEqual([{ courseId: 'first', viewerCount: 1, rating: { average: 4, count: 1 } }]);
      await request('PUT', '/v1/account/processing', { ...nothingStopped, [stop]: true });
      expect(await popularOn(1)).toEqual([]);
      const { accessToken: token } = await signIn();
      expect((await ask('GET', `/v1/assets/${lectureAssetId}`, { token })).status).toBe(200);
      const { viewedCourses } = PersonalData.parse(await (await ask('GET', '/v1/account/data', { token })).json());
      expect(viewedCourses).toHaveLength(stop === 'restricted' ? 1 : 0);
      await ask('PUT', '/v1/account/processing', { token, body: nothingStopped });
      expect(await popularOn(1)).toMatchObject([{ rating: { count: 1 } }]);
    },
  );
});
