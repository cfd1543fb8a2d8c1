import { expect, it } from 'vitest';
import type { PopularList } from '../../../contract/api/popular.ts';
import { CourseId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import { createPopularity } from './popularity.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const list: PopularList = { courses: [{ courseId: CourseId.parse('c'), viewerCount: 40, rating: null }] };

function scene() {
  const clock = createFakeClock();
  const world = { online: true, open: true, fault: null as AppErrorCode | null, hold: Promise.resolve() };
  const asked: (string | null)[] = [];
  const kept: unknown[] = [];
  let etag: string | null = null;
  let changes = 0;
  const popularity = createPopularity({
    library: {
      popularity: {
        etag: () => Promise.resolve(ok(etag)),
        replace(each, tag) {
          etag = tag;
          kept.push(each);
          return Promise.resolve(ok(true));
        },
      },
    },
    service: {
      async popular(known) {
        asked.push(known);
        await world.hold;
        if (world.fault !== null) return fail(world.fault);
        return ok(known === '"1"' ? 'unchanged' : { list, etag: '"1"' });
      },
    },
    clock,
    log: createListLog(),
    isOnline: () => world.online,
    isOpen: () => world.open,
    onChange: () => {
      changes += 1;
    },
  });
  return { popularity, world, clock, asked, kept, changes: () => changes };
}

it('B1: fetches the list, keeps it with its ETag, and asks the next time only for another one', async () => {
  const { popularity, asked, kept, changes } = scene();
  popularity.wake();
  popularity.wake();
  await settle();
  popularity.wake();
  await settle();
  expect([asked, kept, changes()]).toEqual([[null, '"1"'], [list], 1]);
});

it('B1: without a network or an account nothing is asked; a service in trouble is asked again later and later', async () => {
  const { popularity, world, asked, clock, kept } = scene();
  world.online = false;
  popularity.wake();
  world.online = true;
  world.open = false;
  popularity.wake();
  expect(asked).toEqual([]);
  world.open = true;
  world.fault = 'service-failed';
  popularity.wake();
  await settle();
  popularity.wake();
  await settle();
  expect(asked).toHaveLength(1);
  clock.advance(60_000);
  await settle();
  clock.advance(60_000);
  await settle();
  expect(asked).toHaveLength(2);
  world.fault = null;
  clock.advance(60_000);
  await settle();
  expect([asked.length, kept.length, clock.pendingMs()]).toEqual([3, 1, []]);
});

it('B1: a service that cannot be reached leaves nothing to wait for: whoever comes online wakes us', async () => {
  const { popularity, world, asked, clock } = scene();
  world.fault = 'service-unreachable';
  popularity.wake();
  await settle();
  expect(clock.pendingMs()).toEqual([]);
  popularity.wake();
  await settle();
  expect(asked).toHaveLength(2);
});

it('B1 A6: what comes after the account was closed is not kept in the next one’s library', async () => {
  const { popularity, world, kept, changes } = scene();
  let letGo: () => void = () => undefined;
  world.hold = new Promise((resolve) => {
    letGo = resolve;
  });
  popularity.wake();
  await settle();
  popularity.close();
  letGo();
  await settle();
  expect([kept, changes()]).toEqual([[], 0]);
});
