import { expect, it } from 'vitest';
import type { ListThing } from '../../../contract/domain/browse.ts';
import type { CourseId } from '../../../contract/domain/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { Library } from '../../ports.ts';
import { createMyList } from './my-list.ts';

const thing: ListThing = { kind: 'course', courseId: 'c' as CourseId };

/** A list on a library that knows one course and remembers since when it is on it. */
function scene() {
  let since: number | null = null;
  let changeCount = 0;
  const library = {
    myList: {
      add: (added: ListThing, addedAtMs: number) => {
        const known = added.kind === 'course';
        if (known) since = addedAtMs;
        return Promise.resolve(ok(known));
      },
      remove: () => {
        const before = since;
        since = null;
        return Promise.resolve(ok(before));
      },
    },
  } as unknown as Library;
  const list = createMyList({
    library,
    clock: { nowMs: () => 500 },
    coverUrl: (id) => id,
    browseCardOf: ({ coverAssetId, ...brief }) => ({ ...brief, coverUrl: coverAssetId }),
    onChange: () => (changeCount += 1),
  });
  return { list, since: () => since, changeCount: () => changeCount };
}

it('B6: taking off and undoing leaves it where it was; what changes nothing tells nothing', async () => {
  const { list, since, changeCount } = scene();
  await list.add(thing, null);
  expect(since()).toBe(500);
  await list.add(thing, 7);
  const removed = await list.remove(thing);
  expect(removed).toEqual(ok({ addedAtMs: 7 }));
  expect(await list.remove(thing)).toEqual(ok({ addedAtMs: null }));
  expect(changeCount()).toBe(3);
});

it('B6: what the catalogue does not know is not found', async () => {
  const { list, changeCount } = scene();
  expect(await list.add({ kind: 'lecture', lectureId: 'l' as never }, null)).toMatchObject({
    error: { code: 'not-found' },
  });
  expect(changeCount()).toBe(0);
});
