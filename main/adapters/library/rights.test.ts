import { describe, expect, it } from 'vitest';
import type { PrivacyRequest } from '../../../contract/api/personal-data.ts';
import { nothingStopped } from '../../../contract/domain/rights.ts';
import { accountId, valueOf } from './testing/sample-data.ts';
import { filesUnder, openLibrary } from './testing/test-bench.ts';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const asked = (number: number, text = '') =>
  ({ id: id(number), kind: 'access', text, askedAt: `2026-11-0${number}T10:00:00.000Z` }) as const;
const answered = (number: number): PrivacyRequest => ({
  ...asked(number),
  state: 'received',
  receivedAt: '2026-11-05T10:00:00.000Z',
  dueAt: '2026-12-05T10:00:00.000Z',
  history: [{ at: '2026-11-05T10:00:00.000Z', state: 'received', note: '' }],
});
const restricted = { ...nothingStopped, restricted: true };

describe('what a person has stopped and asked for, in the library', () => {
  it('G5: a choice stays over closing, is told once the service has this very one, and a later one is untold again', async () => {
    const { library, libraryKey } = await openLibrary();
    const { rights } = library;
    expect(await valueOf(rights.read())).toEqual({ processing: null, marketing: null, requests: [] });
    await valueOf(rights.turn({ processing: restricted }));
    await valueOf(rights.turn({ processing: nothingStopped }));
    await valueOf(rights.told('processing', 1));
    await valueOf(library.close());
    await valueOf(library.open(accountId('a'), libraryKey));
    expect((await valueOf(rights.read())).processing).toEqual({ value: nothingStopped, revision: 2, told: false });
    await valueOf(rights.told('processing', 2));
    expect((await valueOf(rights.read())).processing?.told).toBe(true);
  });

  it('G5 G6: what the service says counts, but not over a choice that it has not heard of', async () => {
    const { rights } = (await openLibrary()).library;
    const marketing = { newsletter: true, offers: false };
    await valueOf(rights.turn({ processing: restricted }));
    const taken = await valueOf(rights.take({ processing: nothingStopped, marketing }));
    expect(taken.processing).toMatchObject({ value: restricted, told: false });
    expect(taken.marketing).toEqual({ value: marketing, revision: 1, told: true });
    await valueOf(rights.told('processing', 1));
    const next = await valueOf(rights.take({ processing: nothingStopped, marketing }));
    expect(next.processing).toMatchObject({ value: nothingStopped, told: true });
    // The same again is no change.
    expect(next.marketing?.revision).toBe(1);
  });

  it('G7: requests are kept newest first, once each, with what the service said last; others’ computers’ come too', async () => {
    const { rights } = (await openLibrary()).library;
    await valueOf(rights.turn({ request: asked(1, 'first') }));
    await valueOf(rights.turn({ request: asked(2) }));
    const twice = await valueOf(rights.turn({ request: { ...asked(1), text: 'another' } }));
    expect(twice.requests.map(({ id: each, text, answer }) => [each, text, answer])).toEqual([
      [id(2), '', null],
      [id(1), 'first', null],
    ]);
    const { requests } = await valueOf(rights.take({ requests: [answered(1), answered(3)] }));
    expect(requests.map((each) => [each.id, each.answer?.state ?? null])).toEqual([
      [id(3), 'received'],
      [id(2), null],
      [id(1), 'received'],
    ]);
    expect(requests[2]).toMatchObject({ text: 'first', answer: { dueAt: '2026-12-05T10:00:00.000Z' } });
  });

  it('G5: what is lifted before the service has heard of it is no request any more; one that it has stays', async () => {
    const { rights } = (await openLibrary()).library;
    await valueOf(rights.turn({ request: asked(1, 'freeze') }));
    await valueOf(rights.turn({ request: asked(2, 'freeze') }));
    await valueOf(rights.turn({ request: asked(3, 'something else') }));
    await valueOf(rights.take({ requests: [answered(1)] }));
    const { requests } = await valueOf(rights.turn({ withdraw: { kind: 'access', text: 'freeze' } }));
    expect(requests.map((each) => each.id)).toEqual([id(3), id(1)]);
  });

  it('G7 K3: the words of a request are nowhere on the disk in clear', async () => {
    const { library, userDataFolder } = await openLibrary();
    await valueOf(library.rights.turn({ request: asked(1, 'canary-of-a-request') }));
    await valueOf(library.close());
    const inClear = [...filesUnder(userDataFolder).values()].filter((bytes) => bytes.includes('canary-of-a-request'));
    expect(inClear).toEqual([]);
  });
});
