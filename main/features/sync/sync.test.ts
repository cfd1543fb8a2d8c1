import { describe, expect, it } from 'vitest';
import type { ReadHistoryPart, SendHistoryRequest } from '../../../contract/api/history.ts';
import { HistoryEntryId } from '../../../contract/domain/history.ts';
import { DeviceId } from '../../../contract/domain/ids.ts';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import type { HistoryEvent } from '../../../contract/domain/synced.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { IncomingPart, OutgoingEvent, SyncFacts, SyncStore } from '../../sync-ports.ts';
import { createSync } from './sync.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};
const event = (number: number): HistoryEvent => ({
  kind: 'removed',
  id: HistoryEntryId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
  reason: 'deleted',
});
const off: SyncFacts = {
  on: false,
  epoch: null,
  cursor: null,
  copyGone: false,
  deletion: null,
  waitingCount: 0,
  lastAtMs: null,
};

function scene(start: Partial<SyncFacts> = {}) {
  const clock = createFakeClock();
  const log = createListLog();
  const world = {
    online: true,
    fault: null as AppErrorCode | null,
    facts: { ...off, ...start },
    outbox: [] as OutgoingEvent[],
    toFill: [] as OutgoingEvent[],
    part: { epoch: 'epoch-one', events: [], cursor: '7', hasMore: false } as ReadHistoryPart,
    sendEpoch: 'epoch-one',
    refused: [] as number[],
    isDeaf: false,
    hold: null as Promise<void> | null,
  };
  const asked: string[] = [];
  const batches: SendHistoryRequest[] = [];
  const applied: IncomingPart[] = [];
  let changes = 0;
  const keep = (change: Partial<SyncFacts>) => {
    world.facts = { ...world.facts, ...change };
    return Promise.resolve(ok(world.facts));
  };
  const store: SyncStore = {
    begin: () => keep({}),
    facts: () => keep({}),
    turn: ({ on, deleteCopy }) =>
      keep({
        on,
        deletion: deleteCopy ? { epoch: world.facts.epoch } : world.facts.deletion,
        ...(deleteCopy || world.facts.copyGone ? { epoch: null, cursor: null, copyGone: false } : {}),
      }),
    fill: () => Promise.resolve(ok(world.outbox.push(...world.toFill.splice(0, 1)) > 0)),
    outgoing: (limit) => Promise.resolve(ok(world.outbox.slice(0, limit))),
    sent({ taken, refused }) {
      world.outbox = world.outbox.filter(({ revision }) => ![...taken, ...refused].includes(revision));
      return Promise.resolve(done);
    },
    async apply(part) {
      applied.push(part);
      await keep({ epoch: part.epoch, cursor: part.cursor });
      return ok({ history: part.events.length > 0, progress: false });
    },
    copyGone: async () => (await keep({ copyGone: true }), done),
    copyDeleted: async () => (await keep({ deletion: null }), done),
    done: async (lastAtMs) => (await keep({ lastAtMs }), done),
  };
  async function answer<T>(words: string, value: () => T) {
    asked.push(words);
    await world.hold;
    return world.fault === null ? ok(value()) : fail(world.fault);
  }
  let appliedCount = 0;
  const sync = createSync({
    library: { sync: store },
    service: {
      history: (since) => answer(`get ${since}`, () => world.part),
      sendHistory(body) {
        batches.push(body);
        const places = world.isDeaf ? [] : body.events.map((_, place) => place);
        const isTaken = (place: number) => !world.refused.includes(place);
        return answer(`send ${body.events.length}`, () =>
          body.epoch === world.sendEpoch
            ? { epoch: body.epoch, taken: places.filter(isTaken), refused: places.filter((each) => !isTaken(each)) }
            : { epoch: world.sendEpoch, taken: [], refused: [] },
        );
      },
      deleteHistory: (epoch) => answer(`delete ${epoch}`, () => null),
    },
    authorized: (call) => call('token'),
    clock,
    log,
    today: () => '2026-11-23' as LocalDay,
    deviceId: () => Promise.resolve(ok(DeviceId.parse('here'))),
    isOnline: () => world.online,
    onApplied: () => void (appliedCount += 1),
    onChange: () => void (changes += 1),
  });
  const open = async (): Promise<void> => {
    sync.open();
    await settle();
  };
  const pass = async (byMs: number): Promise<void> => {
    clock.advance(byMs);
    await settle();
  };
  const view = async () => {
    const read = await sync.read();
    if (!read.ok) throw new Error(read.error.code);
    return read.value;
  };
  const out = (...numbers: readonly number[]) => numbers.map((each) => ({ revision: each, event: event(each) }));
  return { ...{ clock, log, world, asked, batches, applied, sync }, ...{ open, pass, view, out } } as const;
}

describe('the exchange between computers', () => {
  it('E2 E4: off, the service is asked for nothing, whatever happens and however long', async () => {
    const { open, sync, pass, asked, clock, view } = scene();
    await open();
    sync.changed();
    sync.wake();
    await pass(100 * 86_400_000);
    expect(asked).toEqual([]);
    expect(clock.pendingMs()).toEqual([]);
    expect(await view()).toMatchObject({ on: false, phase: 'off', copy: 'none' });
  });

  it('E4: turned on, it takes first, then tells what was here before and what waits, piece by piece', async () => {
    const { open, sync, world, asked, out, view, batches } = scene();
    await open();
    world.toFill = out(1, 2);
    world.outbox = out(3);
    expect(await sync.turn({ on: true, deleteCopy: false })).toMatchObject({ ok: true, value: { on: true } });
    await settle();
    expect(asked).toEqual(['get null', 'send 1', 'send 1', 'send 1']);
    expect(batches.map(({ epoch }) => epoch)).toEqual(['epoch-one', 'epoch-one', 'epoch-one']);
    expect(await view()).toMatchObject({ phase: 'idle', copy: 'there', waitingCount: 0, error: null });
    expect((await view()).lastAtMs).not.toBeNull();
  });

  it('E4: while somebody watches it tells at most every half a minute, and looks every quarter of an hour', async () => {
    const { open, sync, world, asked, out, pass } = scene({ on: true });
    await open();
    asked.length = 0;
    for (let seconds = 0; seconds < 60; seconds += 5) {
      world.outbox = out(1);
      sync.changed();
      await pass(5000);
    }
    expect(asked.filter((each) => each.startsWith('send'))).toHaveLength(2);
    await pass(30_000);
    asked.length = 0;
    await pass(900_000);
    expect(asked).toEqual(['get 7']);
  });

  it('E4: turned off in the middle of a request, its answer changes nothing and nothing more is asked for', async () => {
    const { open, sync, world, asked, out, applied, pass, clock } = scene({ on: true, epoch: 'epoch-one' });
    let release = (): void => undefined;
    world.hold = new Promise((resolve) => (release = resolve));
    world.outbox = out(1);
    await open();
    expect(asked).toEqual(['get null']);
    await sync.turn({ on: false, deleteCopy: false });
    release();
    await settle();
    await pass(86_400_000);
    expect([asked, applied]).toEqual([['get null'], []]);
    expect(clock.pendingMs()).toEqual([]);
  });

  it('E4: the copy is deleted as soon as the service can be reached, just that one; then it is turned on anew', async () => {
    const { open, sync, world, asked, pass, view } = scene({ on: true, epoch: 'epoch-one' });
    await open();
    asked.length = 0;
    world.fault = 'service-unreachable';
    await sync.turn({ on: false, deleteCopy: true });
    await settle();
    expect(await view()).toMatchObject({ on: false, phase: 'off', copy: 'deleting' });
    await pass(900_000);
    world.fault = null;
    sync.wake();
    await settle();
    expect(asked).toEqual(['delete epoch-one', 'delete epoch-one', 'delete epoch-one']);
    expect(await view()).toMatchObject({ copy: 'none' });
    asked.length = 0;
    await sync.turn({ on: true, deleteCopy: false });
    await settle();
    expect(asked).toEqual(['get null']);
  });

  it.each(['part', 'sendEpoch'] as const)(
    'E4: another copy than it knew (%s) ends it until the person begins anew',
    async (where) => {
      const { open, sync, world, asked, out, applied, pass, view } = scene({ on: true, epoch: 'epoch-one' });
      world.outbox = out(1);
      if (where === 'part') world.part = { ...world.part, epoch: 'epoch-two' };
      else world.sendEpoch = 'epoch-two';
      await open();
      expect(await view()).toMatchObject({ on: true, phase: 'copy-deleted', copy: 'none' });
      expect(world.outbox).toHaveLength(1);
      const { length } = asked;
      await pass(86_400_000);
      expect(asked).toHaveLength(length);
      expect(applied.map(({ epoch }) => epoch)).toEqual(where === 'part' ? [] : ['epoch-one']);
      world.part = { ...world.part, epoch: 'epoch-two' };
      world.sendEpoch = 'epoch-two';
      await sync.turn({ on: true, deleteCopy: false });
      await settle();
      expect(world.outbox).toEqual([]);
      expect(await view()).toMatchObject({ phase: 'idle', copy: 'there' });
    },
  );

  it('E4: a service in trouble is left alone for longer and longer; one that is silent until it answers again', async () => {
    const { open, sync, world, asked, pass, view, log } = scene({ on: true });
    world.fault = 'service-failed';
    await open();
    expect(await view()).toMatchObject({ phase: 'waiting', error: 'service-failed' });
    sync.wake();
    await settle();
    expect(asked).toHaveLength(1);
    await pass(60_000);
    await pass(60_000);
    expect(asked).toHaveLength(2);
    await pass(60_000);
    expect(asked).toHaveLength(3);
    world.fault = 'service-unreachable';
    await pass(240_000);
    expect(asked).toHaveLength(4);
    world.online = false;
    expect(await view()).toMatchObject({ phase: 'waiting', error: 'service-unreachable' });
    sync.wake();
    await settle();
    expect(asked).toHaveLength(4);
    world.online = true;
    world.fault = null;
    sync.wake();
    await settle();
    expect(await view()).toMatchObject({ phase: 'idle', error: null });
    expect(log.lines.join()).not.toContain('0000-4000');
  });

  it('E4: what the service refuses and what this app does not know is said in the log by its number alone', async () => {
    const { open, world, out, log, view, applied } = scene({ on: true });
    world.outbox = out(1, 2, 3);
    world.refused = [1];
    world.part = { ...world.part, events: [event(9), { kind: 'newer' }] };
    await open();
    expect(world.outbox).toEqual([]);
    expect(applied[0]?.events).toEqual([event(9)]);
    expect(log.lines).toEqual(['warn sync.events-unknown {"count":1}', 'warn sync.events-refused {"count":1}']);
    expect(await view()).toMatchObject({ phase: 'idle' });
  });

  it('E4: many events go in requests that the service takes', async () => {
    const { open, world, batches } = scene({ on: true });
    const spans = Array.from({ length: 2000 }, (_, index) => ({ startMs: index * 3000, endMs: index * 3000 + 1000 }));
    world.outbox = Array.from({ length: 10 }, (_, revision) => ({
      revision,
      event: {
        kind: 'lecture',
        lecture: { lectureId: `l${revision}`, reset: null, completion: null, position: null, spans },
      } as unknown as HistoryEvent,
    }));
    await open();
    expect(world.outbox).toEqual([]);
    expect(batches.length).toBeGreaterThan(2);
    for (const body of batches) expect(JSON.stringify(body).length).toBeLessThan(256 * 1024);
  });

  it('E4: an answer that leads nowhere, or takes nothing, is not asked for without end', async () => {
    const { open, world, out, view, asked, sync, pass } = scene({ on: true });
    world.part = { ...world.part, hasMore: true };
    await open();
    expect(asked).toEqual(['get null', 'get 7']);
    expect(await view()).toMatchObject({ error: 'service-nonsense' });
    world.part = { ...world.part, hasMore: false };
    world.isDeaf = true;
    world.outbox = out(1);
    await pass(60_000);
    expect(asked.slice(2)).toEqual(['get 7', 'send 1']);
    expect(await view()).toMatchObject({ error: 'service-nonsense' });
    sync.close();
  });

  it('A6: closed, nothing goes on for the account', async () => {
    const { open, sync, asked, pass, clock } = scene({ on: true });
    await open();
    sync.close();
    asked.length = 0;
    sync.changed();
    sync.wake();
    await pass(86_400_000);
    expect([asked, clock.pendingMs()]).toEqual([[], []]);
  });
});
