import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { KeptCookie } from '../../gate-ports.ts';
import { valueOf } from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const cookie = (name: string, more: Partial<KeptCookie> = {}): KeptCookie => ({
  name,
  value: 'CANARY-OF-A-COOKIE',
  host: 'lectoroom.example',
  path: '/v1',
  isSecure: true,
  isHttpOnly: true,
  sameSite: 'lax',
  expiresAtMs: 1_800_000_000_000,
  ...more,
});

it('F3: cookies come back as they were, in the place of all before; those of one sitting are not kept; none can be read in the file', async () => {
  const { cookies, file } = await openLibrary();
  expect(await valueOf(cookies.read())).toEqual([]);
  const kept = [cookie('a'), cookie('b', { path: '/', isSecure: false, isHttpOnly: false, sameSite: 'unspecified' })];
  await valueOf(cookies.replace([cookie('old')]));
  await valueOf(cookies.replace([...kept, cookie('session', { expiresAtMs: null })]));
  expect(await valueOf(cookies.read())).toEqual(kept);
  expect(readFileSync(file).includes('CANARY-OF-A-COOKIE')).toBe(false);
});
