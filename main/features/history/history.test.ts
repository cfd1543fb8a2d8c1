import { describe, expect, it } from 'vitest';
import { DeviceId, LectureId } from '../../../contract/domain/ids.ts';
import type { OffsetMinutes } from '../../../contract/domain/local-day.ts';
import { defaultSettings, type Settings } from '../../../contract/domain/settings.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { HistoryStore, PurgedHistory, WatchedMoment } from '../../history-ports.ts';
import { createHistory, undoMs } from './history.ts';

const hourMs = 3_600_000;
const stepMs = hourMs / 3;
const lectureId = LectureId.parse('l1');
const moscow: OffsetMinutes = () => 180;
/** New York in 2026: summer time from 8 March, 07:00 UTC, to 1 November, 06:00 UTC. */
const newYork: OffsetMinutes = (timeMs) =>
  timeMs >= Date.parse('2026-03-08T07:00Z') && timeMs < Date.parse('2026-11-01T06:00Z') ? -240 : -300;

function makeScene(startIso: string, zone: OffsetMinutes = moscow, part: Partial<Settings> = {}) {
  const clock = createFakeClock(Date.parse(startIso));
  const log = createListLog();
  const moments: WatchedMoment[] = [];
  const purges: { readonly at: string; readonly today: string; readonly keepDays: number | null }[] = [];
  const calls: string[] = [];
  const world = {
    zone,
    settings: { ...defaultSettings, ...part },
    changes: 0,
    purged: ok({ count: 0, hasMore: false }) as Result<PurgedHistory>,
  };
  const store: HistoryStore = {
    record(moment) {
      moments.push(moment);
      return Promise.resolve(ok(true));
    },
    list: () => Promise.resolve(ok({ entries: [], next: null })),
    count: () => Promise.resolve(ok(moments.length)),
    remove: (_, id) => Promise.resolve((calls.push(`remove ${id}`), ok(3))),
    restore: (id) => Promise.resolve((calls.push(`restore ${id}`), ok(3))),
    forget: (id) => Promise.resolve((calls.push(`forget ${id}`), ok(null))),
    purge(today, keepDays) {
      purges.push({ at: new Date(clock.nowMs()).toISOString(), today, keepDays });
      return Promise.resolve(world.purged);
    },
  };
  const history = createHistory({
    library: { history: store },
    clock,
    log,
    settings: () => world.settings,
    offsetMinutes: (timeMs) => world.zone(timeMs),
    deviceId: () => Promise.resolve(ok(DeviceId.parse('here'))),
    onChange: () => void (world.changes += 1),
    onForgotten: () => void calls.push('told'),
  });
  const save = (fromMs: number, toMs: number) =>
    history.saved({ lectureId, positionMs: toMs, watched: [{ startMs: fromMs, endMs: toMs }] });
  /** Lets time go by and what it began come to its end. */
  const pass = async (byMs: number): Promise<void> => {
    for (let leftMs = byMs; leftMs > 0; leftMs -= stepMs) {
      clock.advance(Math.min(leftMs, stepMs));
      await settle();
    }
  };
  return { clock, log, moments, purges, calls, world, history, save, pass };
}
const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('what is watched goes into the history', () => {
  it('E1: with the local day and the offset of then, begun when the first of it played', async () => {
    const { save, moments } = makeScene('2026-03-12T20:30:00Z');
    await save(40_000, 45_000);
    expect(moments).toEqual([
      {
        lectureId,
        deviceId: 'here',
        nowMs: Date.parse('2026-03-12T20:30:00Z'),
        startedAtMs: Date.parse('2026-03-12T20:29:55Z'),
        day: '2026-03-12',
        offsetMinutes: 180,
        watchedMs: 5000,
        fromMs: 40_000,
        toMs: 45_000,
      },
    ]);
  });

  it('E1: midnight begins another day, and what began before it begins there', async () => {
    const { clock, save, moments } = makeScene('2026-03-12T20:59:58Z');
    await save(0, 5000);
    clock.advance(5000);
    await save(5000, 10_000);
    expect(moments.map(({ day, startedAtMs }) => [day, new Date(startedAtMs).toISOString()])).toEqual([
      ['2026-03-12', '2026-03-12T20:59:53.000Z'],
      ['2026-03-13', '2026-03-12T21:00:00.000Z'],
    ]);
  });

  it('E1: in another time zone the day is the one there', async () => {
    const { save, moments, world } = makeScene('2026-03-12T02:00:00Z');
    await save(0, 5000);
    world.zone = newYork;
    await save(5000, 10_000);
    expect(moments.map(({ day, offsetMinutes }) => [day, offsetMinutes])).toEqual([
      ['2026-03-12', 180],
      ['2026-03-11', -240],
    ]);
  });

  it('E2: with the history off nothing is written, and from when it is on again it is', async () => {
    const { save, moments, world } = makeScene('2026-03-12T10:00:00Z', moscow, { keepHistory: false });
    await save(0, 5000);
    expect([moments.length, world.changes]).toEqual([0, 0]);
    world.settings = { ...world.settings, keepHistory: true };
    await save(5000, 10_000);
    expect([moments.length, world.changes]).toEqual([1, 1]);
  });
});

describe('deleting, and having it back', () => {
  it('E1: is offered for a minute, then it is forgotten for good', async () => {
    const { history, clock, calls } = makeScene('2026-03-12T10:00:00Z');
    expect(await history.remove({ all: true })).toEqual(ok({ removalId: 1, count: 3 }));
    expect(await history.remove({ all: true })).toEqual(ok({ removalId: 2, count: 3 }));
    clock.advance(undoMs - 1);
    expect(await history.undo(1)).toEqual(ok(null));
    expect(await history.undo(1)).toEqual(fail('not-found'));
    clock.advance(1);
    expect(await history.undo(2)).toEqual(fail('not-found'));
    expect(calls).toEqual(['remove 1', 'remove 2', 'restore 1', 'forget 2', 'told']);
  });

  it('E1: ends with the account', async () => {
    const { history, clock, calls } = makeScene('2026-03-12T10:00:00Z');
    await history.remove({ all: true });
    await history.close();
    expect(await history.undo(1)).toEqual(fail('not-found'));
    expect(clock.pendingMs()).toEqual([]);
    expect(calls).toEqual(['remove 1']);
  });
});

describe('what is too old', () => {
  it('E3: goes when an account opens and at each local midnight, and the next time is told', async () => {
    const { history, purges, pass } = makeScene('2026-03-12T18:20:00Z', moscow, { historyRetentionDays: 30 });
    expect(await history.state()).toEqual(ok({ count: 0, nextPurgeAtMs: null }));
    history.open();
    await settle();
    expect(purges).toEqual([{ at: '2026-03-12T18:20:00.000Z', today: '2026-03-12', keepDays: 30 }]);
    const next = Date.parse('2026-03-12T21:00:00Z');
    expect(await history.state()).toEqual(ok({ count: 0, nextPurgeAtMs: next }));
    await pass(49 * hourMs);
    expect(purges.slice(1).map(({ at, today }) => `${at} ${today}`)).toEqual([
      '2026-03-12T21:00:00.000Z 2026-03-13',
      '2026-03-13T21:00:00.000Z 2026-03-14',
    ]);
    await history.close();
    await pass(48 * hourMs);
    expect(purges).toHaveLength(3);
    expect(await history.state()).toEqual(ok({ count: 0, nextPurgeAtMs: null }));
  });

  it('E3: with "until I delete" nothing is too old, and no next time is told', async () => {
    const { history, purges } = makeScene('2026-03-12T18:20:00Z');
    history.open();
    await settle();
    expect(purges.map(({ keepDays }) => keepDays)).toEqual([null]);
    expect(await history.state()).toEqual(ok({ count: 0, nextPurgeAtMs: null }));
  });

  it.each([
    ['spring', '2026-03-07T12:00:00Z', ['2026-03-08T05:00', '2026-03-09T04:00', '2026-03-10T04:00']],
    ['autumn', '2026-10-31T12:00:00Z', ['2026-11-01T04:00', '2026-11-02T05:00', '2026-11-03T05:00']],
  ])('E3: when clocks change in %s, it goes by the days of New York', async (_, start, midnights) => {
    const { history, purges, pass } = makeScene(start, newYork, { historyRetentionDays: 90 });
    history.open();
    await settle();
    await pass(72 * hourMs);
    expect(purges.slice(1).map(({ at }) => at)).toEqual(midnights.map((each) => `${each}:00.000Z`));
    await history.close();
  });

  it('E3: over the date line, after sleep and after the clock was set it looks anew, once a day', async () => {
    const { history, purges, pass, clock, world } = makeScene('2026-03-12T10:00:00Z', () => 540, {
      historyRetentionDays: 30,
    });
    history.open();
    await settle();
    // From Tokyo to Honolulu, where it is still the day before.
    world.zone = () => -600;
    clock.turn(-3 * hourMs);
    await pass(hourMs);
    clock.turn(40 * hourMs);
    history.wake();
    await settle();
    history.wake();
    await settle();
    expect(purges.map(({ today }) => today)).toEqual(['2026-03-12', '2026-03-11', '2026-03-13']);
    await history.close();
  });

  it('E3: a great deal goes piece by piece, and no further once the account closes', async () => {
    const { history, purges, world } = makeScene('2026-03-12T10:00:00Z', moscow, { historyRetentionDays: 30 });
    world.purged = ok({ count: 2000, hasMore: true });
    history.open();
    while (purges.length < 5) await Promise.resolve();
    const changesBefore = world.changes;
    await history.close();
    const { length } = purges;
    await settle();
    expect([purges.length, changesBefore]).toEqual([length, 0]);
  });

  it('E3: what could not be deleted is tried again within the hour, and only a code is logged', async () => {
    const { history, purges, pass, world, log } = makeScene('2026-03-12T10:00:00Z', moscow, {
      historyRetentionDays: 30,
    });
    world.purged = fail('disk-full');
    history.open();
    await settle();
    world.purged = ok({ count: 2, hasMore: false });
    await pass(hourMs);
    expect(purges).toHaveLength(2);
    await pass(hourMs);
    expect(purges).toHaveLength(2);
    expect(log.lines.join('\n')).toContain('disk-full');
    await history.close();
  });
});
