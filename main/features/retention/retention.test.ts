import { describe, expect, it } from 'vitest';
import { dataKinds } from '../../../contract/domain/data-kinds.ts';
import type { OffsetMinutes } from '../../../contract/domain/local-day.ts';
import { defaultSettings, type Settings } from '../../../contract/domain/settings.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { AgeLimit, Purged } from '../../retention-ports.ts';
import { createRetention } from './retention.ts';

const hourMs = 3_600_000;
const stepMs = hourMs / 3;
const moscow: OffsetMinutes = () => 180;
/** New York in 2026: summer time from 8 March, 07:00 UTC, to 1 November, 06:00 UTC. */
const newYork: OffsetMinutes = (timeMs) =>
  timeMs >= Date.parse('2026-03-08T07:00Z') && timeMs < Date.parse('2026-11-01T06:00Z') ? -240 : -300;

function makeScene(startIso: string, zone: OffsetMinutes = moscow, part: Partial<Settings> = {}) {
  const clock = createFakeClock(Date.parse(startIso));
  const log = createListLog();
  const purges: (AgeLimit & { readonly at: string })[] = [];
  const searches: AgeLimit[] = [];
  const world = {
    zone,
    settings: { ...defaultSettings, ...part },
    changes: 0,
    purged: ok({ count: 0, hasMore: false }) as Result<Purged>,
  };
  const retention = createRetention({
    clock,
    log,
    settings: () => world.settings,
    offsetMinutes: (timeMs) => world.zone(timeMs),
    onPurged: () => void (world.changes += 1),
    purges: {
      history(limit) {
        purges.push({ at: new Date(clock.nowMs()).toISOString(), ...limit });
        return Promise.resolve(world.purged);
      },
      searches: (limit) => (searches.push(limit), Promise.resolve(ok({ count: 0, hasMore: false }))),
    },
  });
  /** Lets time go by and what it began come to its end. */
  const pass = async (byMs: number): Promise<void> => {
    for (let leftMs = byMs; leftMs > 0; leftMs -= stepMs) {
      clock.advance(Math.min(leftMs, stepMs));
      await settle();
    }
  };
  return { clock, log, purges, searches, world, retention, pass };
}
const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('after how many days', () => {
  it('G1 E3: is what the table of kinds says, and nothing that a purge thinks of', async () => {
    const { retention, purges, searches } = makeScene('2026-03-12T18:20:00Z', moscow, { historyRetentionDays: 90 });
    retention.open();
    await settle();
    expect(purges).toMatchObject([{ keepDays: 90, keptFromMs: Date.parse('2025-12-11T21:00:00Z') }]);
    const { days } = dataKinds.searches.keeping;
    expect(searches).toEqual([
      { today: '2026-03-12', keepDays: days, keptFromMs: Date.parse('2026-03-11T21:00:00Z') - days * 86_400_000 },
    ]);
    await retention.close();
  });

  it('G1: what one kind cannot delete keeps no other from its day', async () => {
    const { retention, searches, world } = makeScene('2026-03-12T18:20:00Z', moscow, { historyRetentionDays: 30 });
    world.purged = fail('disk-failed');
    retention.open();
    await settle();
    expect([searches.length, world.changes]).toEqual([1, 1]);
    await retention.close();
  });
});

describe('what is too old', () => {
  it('E3: goes when an account opens and at each local midnight, and the next time is told', async () => {
    const { retention, purges, pass } = makeScene('2026-03-12T18:20:00Z', moscow, { historyRetentionDays: 30 });
    expect(retention.nextAtMs()).toBeNull();
    retention.open();
    await settle();
    expect(purges).toMatchObject([{ at: '2026-03-12T18:20:00.000Z', today: '2026-03-12', keepDays: 30 }]);
    const next = Date.parse('2026-03-12T21:00:00Z');
    expect(retention.nextAtMs()).toBe(next);
    await pass(49 * hourMs);
    expect(purges.slice(1).map(({ at, today }) => `${at} ${today}`)).toEqual([
      '2026-03-12T21:00:00.000Z 2026-03-13',
      '2026-03-13T21:00:00.000Z 2026-03-14',
    ]);
    await retention.close();
    await pass(48 * hourMs);
    expect(purges).toHaveLength(3);
    expect(retention.nextAtMs()).toBeNull();
  });

  it('E3: with "until I delete" nothing is too old, though each day is counted', async () => {
    const { retention, purges } = makeScene('2026-03-12T18:20:00Z');
    retention.open();
    await settle();
    expect(purges.map(({ keepDays, keptFromMs }) => [keepDays, keptFromMs])).toEqual([[null, null]]);
    await retention.close();
  });

  it.each([
    ['spring', '2026-03-07T12:00:00Z', ['2026-03-08T05:00', '2026-03-09T04:00', '2026-03-10T04:00']],
    ['autumn', '2026-10-31T12:00:00Z', ['2026-11-01T04:00', '2026-11-02T05:00', '2026-11-03T05:00']],
  ])('E3: when clocks change in %s, it goes by the days of New York', async (_, start, midnights) => {
    const { retention, purges, pass } = makeScene(start, newYork, { historyRetentionDays: 90 });
    retention.open();
    await settle();
    await pass(72 * hourMs);
    expect(purges.slice(1).map(({ at }) => at)).toEqual(midnights.map((each) => `${each}:00.000Z`));
    await retention.close();
  });

  it('E3: over the date line, after sleep and after the clock was set it looks anew, once a day', async () => {
    const { retention, purges, pass, clock, world } = makeScene('2026-03-12T10:00:00Z', () => 540, {
      historyRetentionDays: 30,
    });
    retention.open();
    await settle();
    // From Tokyo to Honolulu, where it is still the day before.
    world.zone = () => -600;
    clock.turn(-3 * hourMs);
    await pass(hourMs);
    clock.turn(40 * hourMs);
    retention.look();
    await settle();
    retention.look();
    await settle();
    expect(purges.map(({ today }) => today)).toEqual(['2026-03-12', '2026-03-11', '2026-03-13']);
    await retention.close();
  });

  it('E3: a great deal goes piece by piece, and no further once the account closes', async () => {
    const { retention, purges, world } = makeScene('2026-03-12T10:00:00Z', moscow, { historyRetentionDays: 30 });
    world.purged = ok({ count: 2000, hasMore: true });
    retention.open();
    while (purges.length < 5) await Promise.resolve();
    const changesBefore = world.changes;
    await retention.close();
    const { length } = purges;
    await settle();
    expect([purges.length, changesBefore]).toEqual([length, 0]);
  });

  it('E3: what could not be deleted is tried again within the hour, and only a code is logged', async () => {
    const { retention, purges, pass, world, log } = makeScene('2026-03-12T10:00:00Z', moscow, {
      historyRetentionDays: 30,
    });
    world.purged = fail('disk-full');
    retention.open();
    await settle();
    world.purged = ok({ count: 2, hasMore: false });
    await pass(hourMs);
    expect(purges).toHaveLength(2);
    await pass(hourMs);
    expect(purges).toHaveLength(2);
    expect(log.lines.join('\n')).toContain('disk-full');
    await retention.close();
  });
});
