import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PrivacyRequest, PrivacyRequestList, requestKinds } from '../../contract/api/personal-data.ts';
import { handClock, problemOf, startTestService } from '../test-support/test-service.ts';
import { monthsLaterMs, yearsLater } from './calendar.ts';

async function open(startMs?: number) {
  const rig = await startTestService(startMs === undefined ? {} : { clock: handClock(startMs) });
  const { accessToken: token } = await rig.signIn();
  const send = (part: object = {}) => {
    const usual = { id: randomUUID(), kind: 'access', text: 'What do you have?', askedAt: '2026-11-01T08:00:00.000Z' };
    return rig.ask('POST', '/v1/privacy/requests', { token, body: { ...usual, ...part } });
  };
  const list = async () =>
    PrivacyRequestList.parse(await (await rig.ask('GET', '/v1/privacy/requests', { token })).json()).requests;
  return { ...rig, token, send, list };
}

describe('requests about one’s data', () => {
  it('G7: are kept once however often they are sent, with state, due date and history; newest first', async () => {
    const { send, list, clock } = await open();
    const id = randomUUID();
    const first = await send({ id });
    expect(first.status).toBe(201);
    const request = PrivacyRequest.parse(await first.json());
    expect(request).toEqual({
      id,
      kind: 'access',
      text: 'What do you have?',
      askedAt: '2026-11-01T08:00:00.000Z',
      state: 'received',
      receivedAt: '2026-11-23T09:00:00.000Z',
      dueAt: '2026-12-23T09:00:00.000Z',
      history: [{ at: '2026-11-23T09:00:00.000Z', state: 'received', note: '' }],
    });
    clock.advance(60_000);
    expect(await (await send({ id, kind: 'erasure', text: 'Other words' })).json()).toEqual(request);
    await send({ kind: 'objection' });
    expect((await list()).map(({ kind }) => kind)).toEqual(['objection', 'access']);
  });

  it('G7: go on at the service; one that is extended has two months more', async () => {
    const { send, list, service, clock } = await open();
    const id = randomUUID();
    await send({ id });
    clock.advance(300_000);
    service.answerRequest({ id, state: 'in-progress' });
    service.answerRequest({ id, state: 'extended', note: 'Many computers to ask.' });
    const [extended] = await list();
    expect(extended).toMatchObject({ state: 'extended', dueAt: '2027-02-23T09:00:00.000Z' });
    service.answerRequest({ id, state: 'done', note: 'Here it is.' });
    const [done] = await list();
    expect([done?.state, done?.dueAt]).toEqual(['done', extended?.dueAt]);
    expect(done?.history.map(({ state, note }) => [state, note])).toEqual([
      ['received', ''],
      ['in-progress', ''],
      ['extended', 'Many computers to ask.'],
      ['done', 'Here it is.'],
    ]);
    expect(() => service.answerRequest({ id: randomUUID(), state: 'done' })).toThrow('no request');
  });

  it.each([...requestKinds])('G7: %s is taken by day and by night, and nobody else sees it', async (kind) => {
    const { send, ask, signIn } = await open();
    expect((await send({ kind })).status).toBe(201);
    const { accessToken } = await signIn('device-2', {
      name: '',
      email: 'ilya@sample.lectoroom',
      password: 'quiet-evening-12',
    });
    const seen = await ask('GET', '/v1/privacy/requests', { token: accessToken });
    expect(await seen.json()).toEqual({ requests: [] });
  });

  it.each([[{ kind: 'something' }], [{ id: 'none' }], [{ text: 'x'.repeat(4001) }], [{ askedAt: 'yesterday' }]])(
    'G7: %j is refused',
    async (wrong) => {
      const { send, list } = await open();
      expect(await problemOf(await send(wrong))).toBe('bad-request');
      expect(await list()).toEqual([]);
    },
  );

  it.each([
    [Date.UTC(2027, 0, 31, 22, 15), '2027-02-28T22:15:00.000Z'],
    [Date.UTC(2028, 0, 31, 22, 15), '2028-02-29T22:15:00.000Z'],
    [Date.UTC(2027, 11, 31), '2028-01-31T00:00:00.000Z'],
  ])('G7: the month is one of the calendar (from %s until %s)', async (startMs, dueAt) => {
    const { send } = await open(startMs);
    expect(PrivacyRequest.parse(await (await send()).json()).dueAt).toBe(dueAt);
  });
});

it('G7: three months after 30 November is the last of February; ten years after 29 February the 28th', () => {
  expect(new Date(monthsLaterMs(Date.UTC(2026, 10, 30), 3)).toISOString()).toBe('2027-02-28T00:00:00.000Z');
  expect([yearsLater('2028-02-29', 10), yearsLater('2026-10-01', 10), yearsLater('2028-02-29', 1)]).toEqual([
    '2038-02-28',
    '2036-10-01',
    '2029-02-28',
  ]);
});
