import { describe, expect, it } from 'vitest';
import type { Rating, RatingList } from '../../../contract/api/ratings.ts';
import { CourseId } from '../../../contract/domain/ids.ts';
import type { RatingSubject } from '../../../contract/domain/rating.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { RatingChange, RatingsStore } from '../../ports.ts';
import { createRatings } from './ratings.ts';

const subject: RatingSubject = { kind: 'course', id: CourseId.parse('c') };
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function scene() {
  const clock = createFakeClock();
  const world = {
    online: true,
    held: false,
    fault: null as AppErrorCode | null,
    kept: [] as Rating[],
    hold: null as Promise<void> | null,
  };
  const told: string[] = [];
  const unsent: RatingChange[] = [];
  const taken: (readonly RatingChange[])[] = [];
  const sent: RatingChange[] = [];
  let changes = 0;
  const store: RatingsStore = {
    of: () => Promise.resolve(ok({ stars: null, isSent: true })),
    change: (change) => {
      unsent.splice(0, unsent.length, change);
      return Promise.resolve(ok(null));
    },
    unsent: () => Promise.resolve(ok([...unsent])),
    sent: (change) => {
      sent.push(change);
      if (unsent[0] === change) unsent.length = 0;
      return Promise.resolve(done);
    },
    takeAll: (ratings) => Promise.resolve(ok(taken.push(ratings) > 0)),
  };
  async function hear(words: string): Promise<Result<null>> {
    told.push(words);
    await world.hold;
    return world.fault === null ? done : fail(world.fault);
  }
  const ratings = createRatings({
    library: { ratings: store },
    service: {
      ratings: (): Promise<Result<RatingList>> =>
        Promise.resolve(world.fault === 'service-failed' ? fail('service-failed') : ok({ ratings: world.kept })),
      rate: (_subject, { stars, changedAt }) => hear(`${stars} ${changedAt}`),
      withdrawRating: () => hear('withdrawn'),
    },
    authorized: (call) => call('token'),
    clock,
    log: createListLog(),
    isOnline: () => world.online,
    isHeld: () => world.held,
    onChange: () => {
      changes += 1;
    },
  });
  return { ratings, world, clock, told, unsent, taken, sent, changes: () => changes };
}

describe('ratings', () => {
  it('B7: kept at once and told to the service, with the moment of the press; then takes what the service has', async () => {
    const { ratings, world, told, taken, clock, changes } = scene();
    world.kept = [{ kind: 'course', id: CourseId.parse('c'), stars: 4, changedAt: '2026-01-02T03:04:05.000Z' }];
    expect(await ratings.rate(subject, 4)).toEqual(ok({ before: null }));
    await settle();
    expect(told).toEqual([`4 ${new Date(clock.nowMs()).toISOString()}`]);
    expect(taken).toEqual([[{ subject, stars: 4, changedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5) }]]);
    expect(changes()).toBeGreaterThan(0);
  });

  it('B7: without the service it waits, and goes when that answers again', async () => {
    const { ratings, world, told } = scene();
    world.online = false;
    await ratings.rate(subject, null);
    await settle();
    expect(told).toEqual([]);
    world.online = true;
    ratings.wake();
    await settle();
    expect(told).toEqual(['withdrawn']);
  });

  it('B7: a service in trouble is asked again later and later; one that does not publish it any more is not', async () => {
    const { ratings, world, told, unsent, sent, clock } = scene();
    world.fault = 'service-failed';
    await ratings.rate(subject, 1);
    await settle();
    clock.advance(60_000);
    await settle();
    clock.advance(60_000);
    await settle();
    expect(told).toHaveLength(2);
    // It answers other questions meanwhile.
    ratings.wake();
    await settle();
    expect(told).toHaveLength(2);
    clock.advance(60_000);
    await settle();
    expect(told).toHaveLength(3);
    expect(unsent).toHaveLength(1);
    world.fault = 'not-found';
    clock.advance(240_000);
    await settle();
    expect([unsent.length, sent.length]).toEqual([0, 1]);
    expect(clock.pendingMs()).toEqual([]);
  });

  it('B7: rated again while the first is on its way, both go, in their order', async () => {
    const { ratings, world, told } = scene();
    let letGo: () => void = () => undefined;
    world.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    await ratings.rate(subject, 2);
    await settle();
    await ratings.rate(subject, 5);
    letGo();
    await settle();
    await settle();
    expect(told.map((words) => words[0])).toEqual(['2', '5']);
  });

  it('B7 A6: what comes back after the account was closed is not written into the next one’s library', async () => {
    const { ratings, world, sent, taken } = scene();
    let letGo: () => void = () => undefined;
    world.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    await ratings.rate(subject, 2);
    await settle();
    ratings.close();
    letGo();
    await settle();
    expect([sent, taken]).toEqual([[], []]);
  });

  it('G5 B7: while the person’s data is frozen nothing is rated, told or asked for; what waited goes once it is lifted', async () => {
    const { ratings, world, told, taken, unsent } = scene();
    world.online = false;
    await ratings.rate(subject, 2);
    world.online = true;
    world.held = true;
    ratings.wake();
    expect(await ratings.rate(subject, 5)).toEqual(fail('restricted'));
    await settle();
    expect([told, taken, unsent.map(({ stars }) => stars)]).toEqual([[], [], [2]]);
    await ratings.rate(subject, null);
    await settle();
    expect(told).toEqual([]);
    world.held = false;
    ratings.wake();
    await settle();
    expect(told).toEqual(['withdrawn']);
  });
});
