import { expect, it } from 'vitest';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createRegion } from './region.ts';

function scene(
  told: Result<null> = done,
  regions: Result<readonly string[]> = ok(['DE', 'RU']),
  fetched: Result<unknown> = done,
) {
  const asked: unknown[] = [];
  const region = createRegion({
    service: {
      region: (token) => Promise.resolve(ok((asked.push(token), 'DE'))),
      setRegion: (to) => Promise.resolve((asked.push(to), told)),
      regions: () => Promise.resolve(regions),
    },
    authorized: (call) => call('token'),
    refreshCatalogue: () => Promise.resolve((asked.push('catalogue'), fetched)),
  });
  return { region, asked };
}

it('B2: the region comes with those that may be said, or with why not', async () => {
  expect(await scene().region.read()).toEqual(ok({ region: 'DE', regions: ['DE', 'RU'] }));
  const offline = fail('service-unreachable');
  expect(await scene(done, offline).region.read()).toEqual(offline);
});

it('B2: the service is told first, then the catalogue is fetched; that it cannot be is no failure of saying it', async () => {
  const { region, asked } = scene();
  expect(await region.set(null)).toEqual(done);
  // Twice, because one that was under way would have been shared.
  expect(asked).toEqual([null, 'catalogue', 'catalogue']);
  const without = scene(done, ok([]), fail('service-failed'));
  expect(await without.region.set('RU')).toEqual(done);
  expect(without.asked).toEqual(['RU', 'catalogue']);
});

it('B2: what the service does not take changes nothing', async () => {
  const { region, asked } = scene(fail('service-unreachable'));
  expect(await region.set('RU')).toEqual(fail('service-unreachable'));
  expect(asked).toEqual(['RU']);
});
