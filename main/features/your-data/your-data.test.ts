import { expect, it } from 'vitest';
import type { PersonalData } from '../../../contract/api/personal-data.ts';
import { dataKinds, fileKinds, keptKinds } from '../../../contract/domain/data-kinds.ts';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createYourData } from './your-data.ts';

const own = LocalAccountId.parse('a'.repeat(32));
const other = LocalAccountId.parse('b'.repeat(32));
const record = { profile: { name: 'Anna' } } as PersonalData;

function scene() {
  const world = {
    account: ok({ id: own }) as Result<{ readonly id: LocalAccountId }>,
    service: ok(record),
    nowMs: 7000,
    onAsked: () => undefined as void,
  };
  const yourData = createYourData({
    held: {
      count: (name) =>
        Promise.resolve(name === 'notes' ? ok({ count: 3, sinceMs: 5 }) : ok({ count: 0, sinceMs: null })),
      samples: () => Promise.resolve(ok([])),
      sizeBytes: () => Promise.resolve(ok(1)),
    },
    heldFiles: {
      weigh: () =>
        Promise.resolve(
          ok({
            keyring: { count: 1, sinceMs: null, sizeBytes: 300 },
            logs: { count: 2, sinceMs: 9, sizeBytes: 400 },
            librarySizeBytes: 5000,
            computerSizeBytes: 600,
          }),
        ),
    },
    clock: { nowMs: () => world.nowMs },
    account: () => world.account,
    isRemembered: () => true,
    lectureFiles: () => Promise.resolve(ok({ lectureCount: 4, sizeBytes: 70_000 })),
    personalData: () => {
      world.onAsked();
      return Promise.resolve(world.service);
    },
    registry: () => Promise.resolve(fail('service-unreachable')),
    nextPurgeAtMs: () => 42,
  });
  return { world, yourData };
}
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

it('G1: the overview has each kind of the table once, those in files with their size', async () => {
  const { yourData } = scene();
  const overview = valueOf(await yourData.overview());
  expect(overview.kinds.map(({ name }) => name)).toEqual([...Object.keys(dataKinds), ...Object.keys(fileKinds)]);
  expect(Object.keys(keptKinds)).toHaveLength(overview.kinds.length);
  expect(overview.kinds.filter(({ count }) => count > 0)).toEqual([
    { name: 'notes', count: 3, sinceMs: 5, sizeBytes: null },
    { name: 'lecture-files', count: 4, sinceMs: null, sizeBytes: 70_000 },
    { name: 'keyring', count: 1, sinceMs: null, sizeBytes: 300 },
    { name: 'remembered', count: 1, sinceMs: null, sizeBytes: null },
    { name: 'logs', count: 2, sinceMs: 9, sizeBytes: 400 },
  ]);
  expect(overview).toMatchObject({ librarySizeBytes: 5000, computerSizeBytes: 600, serviceAskedAtMs: null });
});

it('G1: when the service was last asked is known, only to whom it answered, and its answer is not kept', async () => {
  const { yourData, world } = scene();
  expect(await yourData.atService()).toEqual(ok({ askedAtMs: 7000, record }));
  world.nowMs = 9000;
  world.service = fail('service-unreachable');
  expect(await yourData.atService()).toEqual(fail('service-unreachable'));
  expect(valueOf(await yourData.overview()).serviceAskedAtMs).toBe(7000);
  world.account = ok({ id: other });
  expect(valueOf(await yourData.overview()).serviceAskedAtMs).toBeNull();
});

it('G1 A6: an answer that comes when another is here already is shown to nobody', async () => {
  const { yourData, world } = scene();
  world.onAsked = () => void (world.account = ok({ id: other }));
  expect(await yourData.atService()).toEqual(fail('signed-out'));
  world.account = fail('signed-out');
  expect(await yourData.overview()).toEqual(fail('signed-out'));
});

it('G1: how long things are kept is told without the service too', async () => {
  expect(await scene().yourData.retention()).toEqual(ok({ nextPurgeAtMs: 42, registry: null }));
});
