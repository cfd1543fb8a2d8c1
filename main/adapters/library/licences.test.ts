import { expect, it } from 'vitest';
import type { KeySet } from '../../../contract/api/licences.ts';
import type { IssuedLicence } from '../../ports.ts';
import { lectureId, sampleDownload, valueOf } from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const issued = (lecture: string, change: Partial<IssuedLicence> = {}): IssuedLicence => ({
  lectureId: lectureId(lecture),
  licence: `${lecture}.signed.text`,
  accountId: 'a-1',
  issuedAtS: 1000,
  expiresAtS: 2000,
  ...change,
});
const keys: KeySet = { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'k', alg: 'EdDSA', use: 'sig' }] };

async function withDownload() {
  const { library } = await openLibrary();
  await valueOf(library.downloads.put(sampleDownload('l1')));
  return library;
}

it('D9: keeps a licence, whose it is, the keys and the moment of issue', async () => {
  const library = await withDownload();
  expect(await valueOf(library.licences.read())).toEqual({
    accountId: null,
    keys: null,
    moments: { serviceMs: null, latestMs: null },
    licences: [],
    graceLectureIds: [],
  });
  expect(await valueOf(library.licences.put(issued('l1')))).toBe(true);
  await valueOf(library.licences.put(issued('l1', { licence: 'renewed.signed.text', accountId: 'a-2' })));
  await valueOf(library.licences.putKeys(keys));
  expect(await valueOf(library.licences.read())).toEqual({
    accountId: 'a-1',
    keys,
    moments: { serviceMs: 1_000_000, latestMs: 1_000_000 },
    licences: [{ lectureId: 'l1', licence: 'renewed.signed.text' }],
    graceLectureIds: [],
  });
});

it('D9: this computer’s clock only raises the latest moment, the service’s word sets it', async () => {
  const library = await withDownload();
  const latest = async () => (await valueOf(library.licences.read())).moments.latestMs;
  await valueOf(library.licences.noteMoment(5_000_000.5));
  await valueOf(library.licences.noteMoment(4_000_000));
  expect(await latest()).toBe(5_000_000);
  await valueOf(library.licences.put(issued('l1')));
  expect(await latest()).toBe(1_000_000);
});

it('D9: a licence goes with its download, and none is kept without one', async () => {
  const library = await withDownload();
  await valueOf(library.licences.put(issued('l1')));
  await valueOf(library.downloads.remove(lectureId('l1')));
  expect(await valueOf(library.licences.get(lectureId('l1')))).toBeNull();
  expect(await valueOf(library.licences.put(issued('l1')))).toBe(false);
  expect((await valueOf(library.licences.read())).licences).toEqual([]);
});
