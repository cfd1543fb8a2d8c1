import { describe, expect, it } from 'vitest';
import type { Marketing, PrivacyRequest } from '../../../contract/api/personal-data.ts';
import { nothingStopped } from '../../../contract/domain/rights.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createFakeRightsStore } from '../../../tests/fakes/fake-rights-store.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import { createRights } from './rights.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
};
const restrict = { what: 'restricted', on: true, words: 'Freeze it.' } as const;
const lift = { ...restrict, on: false } as const;

async function valueOf<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.error.code);
  return settled.value;
}

/** The feature on a library and a service that obey. */
async function scene() {
  const library = { rights: createFakeRightsStore() };
  const clock = createFakeClock(Date.UTC(2026, 10, 23));
  const world = {
    online: true,
    fault: null as AppErrorCode | null,
    mailFault: null as AppErrorCode | null,
    hold: null as Promise<void> | null,
    processing: nothingStopped,
    marketing: { newsletter: true, offers: true } as Marketing,
    requests: [] as PrivacyRequest[],
  };
  const told: string[] = [];
  let stops = 0;
  let changes = 0;
  let ids = 0;
  async function hear<T>(words: string, work: () => T, fault: AppErrorCode | null = null): Promise<Result<T>> {
    told.push(words);
    await world.hold;
    const code = world.fault ?? fault;
    return code === null ? ok(work()) : fail(code);
  }
  const rights = createRights({
    library,
    clock,
    log: createListLog(),
    service: {
      processing: () => hear('?processing', () => world.processing),
      setProcessing: (body) => hear(`processing ${Number(body.restricted)}`, () => (world.processing = body)),
      marketing: () => hear('?marketing', () => world.marketing),
      setMarketing: (body) =>
        hear(`marketing ${Number(body.newsletter)}`, () => (world.marketing = body), world.mailFault),
      privacyRequests: () => hear('?requests', () => ({ requests: world.requests })),
      sendPrivacyRequest: (body) =>
        hear(`request ${body.kind} ${body.text}`, () => {
          const known = world.requests.find(({ id }) => id === body.id);
          const received = { at: body.askedAt, state: 'received' as const, note: '' };
          const made = known ?? {
            ...body,
            state: 'received' as const,
            receivedAt: body.askedAt,
            dueAt: '2026-12-23T00:00:00.000Z',
            history: [received],
          };
          if (known === undefined) world.requests = [made, ...world.requests];
          return made;
        }),
    },
    authorized: (call) => call('token'),
    isOnline: () => world.online,
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    onStopped: () => void (stops += 1),
    onChange: () => void (changes += 1),
  });
  await valueOf(rights.load());
  const commands = (): readonly string[] => told.filter((words) => !words.startsWith('?'));
  return { rights, library, clock, world, told, commands, stops: () => stops, changes: () => changes };
}

describe('limiting, objecting, asking', () => {
  it('G5: holds at once and without a network; the service hears of it, and of the request that goes with it, when it can', async () => {
    const { rights, world, commands, clock } = await scene();
    world.online = false;
    const view = await valueOf(rights.setProcessing(restrict));
    expect(rights.processing().restricted).toBe(true);
    expect(view).toMatchObject({ processing: { restricted: true }, processingTold: false });
    expect(view.requests).toMatchObject([
      { kind: 'restriction', text: 'Freeze it.', askedAtMs: clock.nowMs(), answer: null },
    ]);
    await settle();
    expect(commands()).toEqual([]);
    world.online = true;
    rights.wake();
    await settle();
    expect(commands()).toEqual(['processing 1', 'request restriction Freeze it.']);
    expect(await valueOf(rights.read())).toMatchObject({
      processingTold: true,
      requests: [{ answer: { state: 'received', dueAt: '2026-12-23T00:00:00.000Z' } }],
    });
    // A second exchange has nothing to tell.
    expect(await rights.refresh()).toEqual(done);
    expect(commands()).toHaveLength(2);
  });

  it('G5: lifted before the service heard of it, no request is left; pressing twice is pressing once', async () => {
    const { rights, world } = await scene();
    world.online = false;
    await Promise.all([rights.setProcessing(restrict), rights.setProcessing(restrict)]);
    expect((await valueOf(rights.read())).requests).toHaveLength(1);
    await valueOf(rights.setProcessing(lift));
    expect(await valueOf(rights.read())).toMatchObject({ processing: nothingStopped, requests: [] });
    expect(rights.processing()).toEqual(nothingStopped);
  });

  it('G5: what is stopped is known as soon as a library is open, and what another computer stopped holds here too', async () => {
    const { rights, library, world, stops } = await scene();
    await valueOf(library.rights.turn({ processing: { ...nothingStopped, restricted: true } }));
    await valueOf(rights.load());
    expect([rights.processing().restricted, stops()]).toEqual([true, 2]);
    rights.wake();
    await settle();
    world.processing = { ...nothingStopped, objectsToProfiling: true };
    expect(await rights.refresh()).toEqual(done);
    expect([rights.processing(), stops()]).toEqual([world.processing, 3]);
  });

  it('G5 G6: an objection to mail switches all of it off, and it cannot be turned on while it holds', async () => {
    const { rights, world, commands } = await scene();
    await rights.refresh();
    await valueOf(rights.setProcessing({ what: 'objectsToMarketing', on: true, words: 'No mail.' }));
    expect((await valueOf(rights.read())).marketing).toEqual({ newsletter: false, offers: false });
    expect(await rights.setMarketing({ offers: true })).toEqual(fail('restricted'));
    await settle();
    expect(world.marketing).toEqual({ newsletter: false, offers: false });
    expect(commands()).toEqual(['processing 0', 'marketing 0', 'request objection No mail.']);
    await valueOf(rights.setProcessing({ what: 'objectsToMarketing', on: false, words: 'No mail.' }));
    expect((await valueOf(rights.setMarketing({ newsletter: true }))).marketing?.newsletter).toBe(true);
  });

  it('G6: each kind of mail for itself; what the service will not send is shown as it is there', async () => {
    const { rights, world } = await scene();
    await rights.refresh();
    await valueOf(rights.setMarketing({ offers: false }));
    await settle();
    expect(world.marketing).toEqual({ newsletter: true, offers: false });
    world.mailFault = 'not-allowed';
    await valueOf(rights.setMarketing({ offers: true }));
    await settle();
    expect(await valueOf(rights.read())).toMatchObject({
      marketing: { newsletter: true, offers: false },
      marketingTold: true,
    });
  });

  it('G7: sent at once, in the order of asking, and once for one id', async () => {
    const { rights, world, commands, clock } = await scene();
    world.online = false;
    const id = '10000000-0000-4000-8000-000000000000';
    await valueOf(rights.ask({ id, kind: 'access', text: 'All of it' }));
    await valueOf(rights.ask({ id, kind: 'access', text: 'All of it' }));
    clock.advance(1000);
    world.online = true;
    await valueOf(rights.ask({ id: `2${id.slice(1)}`, kind: 'erasure', text: '' }));
    await settle();
    expect(commands()).toEqual(['request access All of it', 'request erasure ']);
    expect(await rights.refresh()).toEqual(done);
    world.online = false;
    expect(await rights.refresh()).toEqual(fail('service-unreachable'));
  });

  it('G7: a service in trouble is asked again later and later, whoever says that it is there', async () => {
    const { rights, world, told, clock } = await scene();
    world.fault = 'service-failed';
    await valueOf(rights.ask({ id: '10000000-0000-4000-8000-000000000000', kind: 'access', text: '' }));
    await settle();
    const first = told.length;
    rights.wake();
    await settle();
    expect(told).toHaveLength(first);
    expect(clock.pendingMs()).toEqual([60_000]);
    clock.advance(60_000);
    await settle();
    expect(told.length).toBeGreaterThan(first);
    expect(clock.pendingMs()).toEqual([120_000]);
    world.fault = null;
    clock.advance(120_000);
    await settle();
    expect((await valueOf(rights.read())).requests[0]?.answer?.state).toBe('received');
    expect(clock.pendingMs()).toEqual([]);
  });

  it('G7 A6: what comes back after the account was closed is not written into the next one’s library', async () => {
    const { rights, library, world } = await scene();
    let letGo: () => void = () => undefined;
    world.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    rights.wake();
    await settle();
    rights.close();
    letGo();
    await settle();
    expect((await valueOf(library.rights.read())).marketing).toBe(null);
  });
});
