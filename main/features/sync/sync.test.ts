import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../../contract/domain/synced.ts';
import { createSyncFeatureScene as scene, event, settle } from '../../../tests/support/sync-feature-scene.ts';

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

  it('G5 E7: while the person’s data is frozen nothing is told or asked for, but a copy is deleted; lifted, it goes on by itself', async () => {
    const { sync, world, asked, open, pass, view, out } = scene({ on: true });
    world.outbox = out(1);
    world.held = true;
    await open();
    sync.changed();
    sync.wake();
    await pass(3_600_000);
    expect(asked).toEqual([]);
    expect(await view()).toMatchObject({ on: true, phase: 'waiting', error: 'restricted' });
    await sync.turn({ on: false, deleteCopy: true });
    await pass(0);
    await sync.turn({ on: true, deleteCopy: false });
    await pass(0);
    expect(asked).toEqual(['delete null']);
    world.held = false;
    sync.hold();
    await pass(0);
    expect(asked.slice(1)).toEqual(['get null', 'send 1']);
    expect(await view()).toMatchObject({ phase: 'idle', error: null });
  });

  it('G5 E7: what is under way when the data is frozen sends nothing more', async () => {
    const { sync, world, asked, open, pass, out } = scene({ on: true });
    world.outbox = out(1);
    let letGo: () => void = () => undefined;
    world.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    await open();
    world.held = true;
    sync.hold();
    letGo();
    await pass(3_600_000);
    expect(asked).toEqual(['get null']);
  });
});
