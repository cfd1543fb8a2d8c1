import { expect, it } from 'vitest';
import type { CookieRegistry } from '../../../contract/api/policies.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { KeptList } from '../../network-ports.ts';
import type { StoredItem } from '../../privacy-ports.ts';
import { createServiceLists } from './service-lists.ts';
import { createStoredItems } from './stored-items.ts';

const words = { en: 'Words', ru: 'Слова' };
const registry: CookieRegistry = {
  items: [
    { name: 'lr_usage', kind: 'cookie', category: 'functional', purpose: words, retentionDays: 30, reader: words },
  ],
};
const stored = (name: string, category: StoredItem['category'] = null): StoredItem => ({
  id: name,
  name,
  kind: 'cookie',
  host: 'lectoroom.example',
  category,
  sizeBytes: 10,
  expiresAtMs: null,
});

function makeScene() {
  const kept = new Map<string, KeptList>();
  const world = { isOnline: true, nowMs: 1000, cookies: registry };
  const answer = <T>(value: T): Promise<Result<T>> =>
    Promise.resolve(world.isOnline ? ok(value) : fail('service-unreachable'));
  const lists = createServiceLists({
    service: { cookies: () => answer(world.cookies), processors: () => answer({ processors: [] }) },
    store: {
      read: (name) => Promise.resolve(ok(kept.get(name) ?? null)),
      write: (name, list) => Promise.resolve((kept.set(name, list), ok(null))),
    },
    clock: { nowMs: () => world.nowMs },
    parse: {
      cookies: (value) => (value === 'nonsense' ? null : (value as CookieRegistry)),
      processors: () => ({ processors: [] }),
    },
  });
  const removed: (readonly string[] | null)[] = [];
  const items = createStoredItems({
    lists,
    items: {
      list: () => Promise.resolve(ok([stored('lr_usage'), stored('unknown')])),
      remove: (ids) => Promise.resolve((removed.push(ids), ok([stored('unknown')]))),
    },
  });
  return { lists, items, removed, world, kept };
}

it('F4 F7: without a network it is told what the service said last, and when; with it, what it says now', async () => {
  const { lists, world } = makeScene();
  world.isOnline = false;
  expect(await lists.registry()).toEqual(fail('service-unreachable'));
  world.isOnline = true;
  expect(await lists.registry()).toEqual(ok({ told: registry.items, atMs: 1000, isFresh: true }));
  world.isOnline = false;
  world.nowMs = 9000;
  expect(await lists.registry()).toEqual(ok({ told: registry.items, atMs: 1000, isFresh: false }));
  expect(await lists.processors()).toEqual(fail('service-unreachable'));
});

it('F4 F7: what was kept and cannot be read is as if it were not there', async () => {
  const { lists, world, kept } = makeScene();
  kept.set('cookies', { value: 'nonsense', atMs: 1 });
  world.isOnline = false;
  expect(await lists.registry()).toEqual(fail('service-unreachable'));
});

it('F4: each item has the category of the registry that is shown; what is not in it has none', async () => {
  const { items, world } = makeScene();
  const seen = await items.read();
  expect(seen.ok && seen.value.items.map(({ name, category }) => [name, category])).toEqual([
    ['lr_usage', 'functional'],
    ['unknown', null],
  ]);
  world.isOnline = false;
  expect(await makeScene().items.read()).toMatchObject({ ok: true });
});

it('F4: what there is can be seen and deleted also when the service never said anything', async () => {
  const { items, world, removed } = makeScene();
  world.isOnline = false;
  expect(await items.read()).toMatchObject({ ok: true, value: { registry: null, items: [{}, { name: 'unknown' }] } });
  expect(await items.remove(['unknown'])).toEqual(ok([stored('unknown')]));
  await items.remove(null);
  expect(removed).toEqual([['unknown'], null]);
});
