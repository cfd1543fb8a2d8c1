import { describe, expect, it } from 'vitest';
import { DeviceId, LectureId } from '../../../contract/domain/ids.ts';
import type { OffsetMinutes } from '../../../contract/domain/local-day.ts';
import { defaultSettings, type Settings } from '../../../contract/domain/settings.ts';
import { fail, ok } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { HistoryStore, WatchedMoment } from '../../history-ports.ts';
import { createHistory, undoMs } from './history.ts';

const lectureId = LectureId.parse('l1');
const moscow: OffsetMinutes = () => 180;
/** New York in 2026: summer time from 8 March, 07:00 UTC, to 1 November, 06:00 UTC. */
const newYork: OffsetMinutes = (timeMs) =>
  timeMs >= Date.parse('2026-03-08T07:00Z') && timeMs < Date.parse('2026-11-01T06:00Z') ? -240 : -300;

function makeScene(startIso: string, zone: OffsetMinutes = moscow, part: Partial<Settings> = {}) {
  const clock = createFakeClock(Date.parse(startIso));
  const log = createListLog();
  const moments: WatchedMoment[] = [];
  const calls: string[] = [];
  const world = {
    zone,
    settings: { ...defaultSettings, ...part },
    changes: 0,
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
    purge: () => Promise.reject(new Error('who purges is not the history')),
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
    nextPurgeAtMs: () => 7000,
  });
  const save = (fromMs: number, toMs: number) =>
    history.saved({ lectureId, positionMs: toMs, watched: [{ startMs: fromMs, endMs: toMs }] });
  return { clock, moments, calls, world, history, save };
}

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
    history.close();
    expect(await history.undo(1)).toEqual(fail('not-found'));
    expect(clock.pendingMs()).toEqual([]);
    expect(calls).toEqual(['remove 1']);
  });
});

describe('when it is next looked for what is too old', () => {
  it('E3: is told with a limit of days, and not with "until I delete"', async () => {
    const { history, world } = makeScene('2026-03-12T18:20:00Z', moscow, { historyRetentionDays: 30 });
    expect(await history.state()).toEqual(ok({ count: 0, nextPurgeAtMs: 7000 }));
    world.settings = { ...world.settings, historyRetentionDays: null };
    expect(await history.state()).toEqual(ok({ count: 0, nextPurgeAtMs: null }));
  });
});
