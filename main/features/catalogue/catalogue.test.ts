import { expect, it } from 'vitest';
import type { AssetId } from '../../../contract/domain/ids.ts';
import { done, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Library, ServiceApi } from '../../ports.ts';
import { createCatalogue } from './catalogue.ts';

const cover = 'cover' as AssetId;

/** A catalogue whose service answers when the test says so, and a library that only counts what is kept. */
function scene() {
  const answers: ((owner: string) => void)[] = [];
  const kept: unknown[] = [];
  let changeCount = 0;
  const answered = <T>(value: (owner: string) => T): Promise<Result<T>> =>
    new Promise((resolve) => {
      answers.push((owner) => resolve(ok(value(owner))));
    });
  const library = {
    catalogue: {
      known: () => Promise.resolve(ok({ cursor: null, etag: null })),
      asset: () => Promise.resolve(ok({ mediaType: 'image/png', sha256: 'x' })),
      apply: (delta: unknown) => Promise.resolve((kept.push(delta), ok(true))),
    },
    content: {
      get: () => Promise.resolve(ok(null)),
      put: (_id: AssetId, { bytes }: { bytes: unknown }) => Promise.resolve((kept.push(bytes), done)),
    },
  } as unknown as Library;
  const service = {
    catalogue: () => answered((owner) => ({ delta: owner, etag: null })),
    locateAsset: () => Promise.resolve(ok({ sha256: 'x' })),
    fetchAsset: () => answered((owner) => owner),
  } as unknown as ServiceApi;
  const catalogue = createCatalogue({
    library,
    service,
    authorized: (call) => call('token'),
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
