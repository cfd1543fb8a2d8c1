import { expect, it } from 'vitest';
import type { AssetId, CourseId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Library, ServiceApi } from '../../ports.ts';
import { createCatalogue } from './catalogue.ts';

const cover = 'cover' as AssetId;

/** A catalogue whose service answers when the test says so, and a library that only counts what is kept. */
function scene(pages: readonly { readonly cursor: string; readonly hasMore: boolean }[] = []) {
  const answers: ((owner: string) => void)[] = [];
  const kept: unknown[] = [];
  let changeCount = 0;
  const answered = <T>(value: (owner: string) => T): Promise<Result<T>> =>
    new Promise((resolve) => {
      answers.push((owner) => resolve(ok(value(owner))));
    });
  const library = {
    catalogue: {
      known: () => Promise.resolve(ok({ cursor: pages[kept.length - 1]?.cursor ?? null, etag: null })),
      asset: () => Promise.resolve(ok({ mediaType: 'image/png', sha256: 'x' })),
      apply: (page: unknown) => {
        kept.push(page);
        return Promise.resolve(ok({ changed: true, hasMore: pages[kept.length - 1]?.hasMore ?? false }));
      },
    },
    content: {
      get: () => Promise.resolve(ok(null)),
      put: (_id: AssetId, { bytes }: { bytes: unknown }) => Promise.resolve((kept.push(bytes), done)),
    },
  } as unknown as Library;
  const service = {
    catalogue: () => answered((owner) => ({ page: owner, etag: null })),
    locateAsset: () => Promise.resolve(ok({ sha256: 'x' })),
    fetchAsset: () => answered((owner) => owner),
  } as unknown as ServiceApi;
  const catalogue = createCatalogue({
    keepsVisits: () => true,
    library,
    service,
    authorized: (call) => call('token'),
    clock: { nowMs: () => 0 },
    onRefresh: () => undefined,
    onChange: () => (changeCount += 1),
  });
  return { catalogue, answers, kept, changeCount: () => changeCount };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

it('A6 B1: what the service still owed an account that was closed is not kept for the next one, who asks anew', async () => {
  const { catalogue, answers, kept, changeCount } = scene();
  const before = [catalogue.refresh(), catalogue.smallFile(cover)];
  await turn();
  catalogue.forget();
  const after = [catalogue.refresh(), catalogue.smallFile(cover)];
  await turn();
  expect(answers).toHaveLength(4);
  for (const answer of answers.slice(0, 2)) answer('Anna');
  const refused = { ok: false, error: { code: 'signed-out' } };
  expect(await Promise.all(before)).toEqual([refused, refused]);
  expect(kept).toEqual([]);
  for (const answer of answers.slice(2)) answer('Ilya');
  expect((await Promise.all(after)).every((result) => result.ok)).toBe(true);
  expect([kept, changeCount()]).toEqual([['Ilya', 'Ilya'], 1]);
});

it('B1: all who ask at the same time share one fetch, and the next ask begins another', async () => {
  const { catalogue, answers } = scene();
  const both = [catalogue.refresh(), catalogue.refresh()];
  await turn();
  expect(answers).toHaveLength(1);
  answers[0]?.('Anna');
  expect(await Promise.all(both)).toEqual([ok({ changed: true }), ok({ changed: true })]);
  const next = catalogue.refresh();
  await turn();
  expect(answers).toHaveLength(2);
  answers[1]?.('Anna');
  await next;
});

/** Answers whatever is asked until the refresh has ended. */
async function refreshed({ catalogue, answers }: ReturnType<typeof scene>) {
  const refresh = catalogue.refresh();
  for (let answered = 0; ; answered += 1) {
    await turn();
    if (answers[answered] === undefined) return refresh;
    answers[answered]?.('Anna');
  }
}

it('B1: a catalogue in pages is asked for to its end, and screens look once it begins and once it has ended', async () => {
  const pages = Array.from({ length: 20 }, (_, index) => ({ cursor: `c${index}`, hasMore: index < 19 }));
  const long = scene(pages);
  expect(await refreshed(long)).toEqual(ok({ changed: true }));
  expect(long.kept).toHaveLength(20);
  expect(long.changeCount()).toBe(3);
});

it('B1: a service whose pages lead in a circle is not followed', async () => {
  const circle = scene([
    { cursor: 'c', hasMore: true },
    { cursor: 'c', hasMore: true },
  ]);
  expect(await refreshed(circle)).toMatchObject({ error: { code: 'service-nonsense' } });
  expect(circle.kept).toHaveLength(2);
});

it('A6 B1: between two pages of an account that was closed nothing more is asked', async () => {
  const closed = scene([{ cursor: 'c', hasMore: true }]);
  const refresh = closed.catalogue.refresh();
  await turn();
  closed.answers[0]?.('Anna');
  closed.catalogue.forget();
  expect(await refresh).toMatchObject({ error: { code: 'signed-out' } });
  await turn();
  expect(closed.answers).toHaveLength(1);
});

it.each([
  [ok(['c' as CourseId]), ['c']],
  [fail('disk-full'), []],
])(
  'B6: home tells the library when the person is there, and what is new; a disk that is full takes only that',
  async (visit, newCourseIds) => {
    const visits: number[] = [];
    const library = {
      catalogue: { known: () => Promise.resolve(ok({ cursor: 'x', etag: null })) },
      browse: {
        courses: () => Promise.resolve(ok([])),
        visitHome: (nowMs: number) => Promise.resolve((visits.push(nowMs), visit)),
      },
      progress: { recent: () => Promise.resolve(ok([])) },
    } as unknown as Library;
    const catalogue = createCatalogue({
      keepsVisits: () => true,
      library,
      service: {} as ServiceApi,
      clock: { nowMs: () => 77 },
      authorized: () => Promise.resolve(fail('service-unreachable')),
      onRefresh: () => undefined,
      onChange: () => undefined,
    });
    expect(await catalogue.home()).toEqual(ok({ state: 'ready', continueWatching: [], courses: [], newCourseIds }));
    expect(visits).toEqual([77]);
  },
);
