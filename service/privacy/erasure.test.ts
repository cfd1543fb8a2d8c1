import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ErasurePreview, ErasureReceipt } from '../../contract/api/personal-data.ts';
import { sampleAccounts } from '../sample-accounts.ts';
import { lectureAssetId } from '../test-support/samples.ts';
import { handClock, problemOf, startTestService } from '../test-support/test-service.ts';
import { anythingHolds } from '../test-support/traces.ts';

const [anna] = sampleAccounts;
const canary = 'Unmistakable-Canary';

/** Anna on two computers, with a canary wherever she can write something. */
async function full(options: Parameters<typeof startTestService>[0] = {}) {
  const rig = await startTestService(options);
  const here = await rig.signIn('here');
  const there = await rig.signIn('there');
  const token = here.accessToken;
  const ask = (method: string, path: string, body?: unknown) =>
    rig.ask(method, path, body === undefined ? { token } : { token, body });
  const at = new Date(rig.clock.nowMs()).toISOString();
  await ask('PATCH', '/v1/account/profile', { name: canary, socialLinks: [`https://example.org/${canary}`] });
  await ask('PATCH', `/v1/sessions/${there.sessionId}`, { name: canary });
  await ask('PUT', '/v1/ratings/course/first', { stars: 4, changedAt: at });
  await ask('GET', `/v1/assets/${lectureAssetId}`);
  await ask('POST', '/v1/consents', {
    id: randomUUID(),
    policyVersion: canary,
    action: 'accept-all',
    functional: true,
    advertisement: true,
    decidedAt: at,
  });
  await ask('POST', '/v1/privacy/requests', { id: randomUUID(), kind: 'access', text: canary, askedAt: at });
  const erase = (password = anna?.password) => ask('DELETE', '/v1/account', { password });
  const preview = async () => ErasurePreview.parse(await (await ask('GET', '/v1/account/erasure')).json()).kept;
  const told = async ({ refreshToken }: { refreshToken: string }, deviceId: string) =>
    await problemOf(await rig.ask('POST', '/v1/sessions/refresh', { body: { refreshToken, deviceId } }));
  return { ...rig, here, there, request: ask, erase, preview, told };
}

function rows(dataFolder: string, sql: string): unknown[] {
  const database = new Database(join(dataFolder, 'service.db'), { readonly: true });
  const found = database.prepare(sql).all();
  database.close();
  return found;
}

describe('erasing the account', () => {
  it('G4: says before what a law keeps and until when, does just that, and gives a receipt', async () => {
    const { preview, erase, dataFolder } = await full();
    const kept = await preview();
    expect(kept).toEqual([
      { kind: 'billing', count: 3, keptUntil: '2036-10-01' },
      { kind: 'request-log', count: 1, keptUntil: '2027-11-23' },
    ]);
    expect(await problemOf(await erase('wrong'))).toBe('wrong-credentials');
    expect(await preview()).toEqual(kept);
    const receipt = ErasureReceipt.parse(await (await erase()).json());
    expect(receipt).toMatchObject({ erasedAt: '2026-11-23T09:00:00.000Z', kept });
    expect(Object.fromEntries(receipt.erased.map(({ kind, count }) => [kind, count]))).toEqual({
      account: 1,
      sessions: 2,
      'device-keys': 2,
      ratings: 1,
      'viewed-courses': 1,
      consents: 1,
      requests: 1,
      'support-contacts': 1,
    });
    for (const trace of [canary, anna?.email ?? '', 'Visa (sample)', 'Where do I find my bills?']) {
      expect([trace, anythingHolds(dataFolder, trace)]).toEqual([trace, false]);
    }
  });

  it('G4: what is kept is under one pseudonym that nothing leads back from, and goes when its time is over', async () => {
    const { erase, here, service, dataFolder, samplesFolder } = await full();
    await erase();
    const kept = rows(dataFolder, 'SELECT pseudonym, kind, record FROM kept_by_law ORDER BY id') as {
      pseudonym: string;
      kind: string;
      record: string;
    }[];
    expect(kept.map(({ kind }) => kind)).toEqual(['billing', 'billing', 'billing', 'request-log']);
    expect(new Set(kept.map(({ pseudonym }) => pseudonym)).size).toBe(1);
    expect(JSON.parse(kept[3]?.record ?? '')).toEqual({
      kind: 'access',
      receivedOn: '2026-11-23',
      dueOn: '2026-12-23',
      state: 'received',
    });
    const id = here.account.id.replace('a-', '');
    expect(anythingHolds(dataFolder, id)).toBe(false);
    await service.close();
    const later = handClock(Date.UTC(2027, 10, 24));
    await (await startTestService({ dataFolder, samplesFolder, clock: later })).service.close();
    expect(rows(dataFolder, 'SELECT kind FROM kept_by_law')).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'billing' })),
    );
    const muchLater = handClock(Date.UTC(2036, 9, 2));
    await (await startTestService({ dataFolder, samplesFolder, clock: muchLater })).service.close();
    expect(rows(dataFolder, 'SELECT kind FROM kept_by_law')).toEqual([]);
    expect(anythingHolds(dataFolder, 'EUR 9.00'), 'the other sample account still has its bills').toBe(true);
  });

  it('G4: its other computers learn that they are to erase; asked again after a lost answer, it is just over', async () => {
    const { erase, here, there, told, ask } = await full();
    expect((await erase()).status).toBe(200);
    expect(await problemOf(await erase())).toBe('token-expired');
    expect(await told(here, 'here')).toBe('session-ended');
    const access = await ask('GET', '/v1/catalogue', { token: there.accessToken });
    expect(await problemOf(access)).toBe('token-expired');
    expect(await told(there, 'there')).toBe('account-erased');
    expect(await told(there, 'there')).toBe('account-erased');
  });
});

describe('somebody under 18 without a guardian', () => {
  it('G8: is deleted at once, with everything, and each of the computers learns why', async () => {
    const { service, here, there, told, dataFolder, signIn, ask } = await full();
    expect(service.findMinor(`  ${anna?.email.toUpperCase()}`)).toBe(true);
    expect(service.findMinor(anna?.email ?? '')).toBe(false);
    for (const trace of [canary, anna?.email ?? '', here.account.id]) {
      expect([trace, anythingHolds(dataFolder, trace)]).toEqual([trace, false]);
    }
    expect(rows(dataFolder, 'SELECT * FROM kept_by_law')).toEqual([]);
    expect(await problemOf(await ask('GET', '/v1/account', { token: here.accessToken }))).toBe('token-expired');
    expect([await told(here, 'here'), await told(there, 'there')]).toEqual(['minor-eliminated', 'minor-eliminated']);
    await expect(signIn()).rejects.toThrow('401');
  });
});

it('F5 G7 G8: the operator’s orders can be given over HTTP only to a service that takes faults', async () => {
  const order = (email: string) => ({ kind: 'find-minor', email });
  const closed = await startTestService();
  expect((await closed.ask('POST', '/_operator', { body: order('nobody') })).status).toBe(404);
  const open = await startTestService({ faults: true });
  const give = async (body: unknown) => (await open.ask('POST', '/_operator', { body })).status;
  expect(await give({ kind: 'publish-policy', version: '2027-01', change: 'minor' })).toBe(204);
  expect(await (await open.ask('GET', '/v1/policies')).text()).toContain('2027-01');
  const { accessToken: token } = await open.signIn();
  const id = randomUUID();
  const body = { id, kind: 'access', text: '', askedAt: '2026-11-23T09:00:00.000Z' };
  await open.ask('POST', '/v1/privacy/requests', { token, body });
  expect(await give({ kind: 'answer-request', id, state: 'done' })).toBe(204);
  expect(await (await open.ask('GET', '/v1/privacy/requests', { token })).text()).toContain('"done"');
  expect([await give(order(anna?.email ?? '')), await give(order(anna?.email ?? ''))]).toEqual([204, 404]);
  expect(await give({ kind: 'something' })).toBe(400);
});
