import { expect, it, vi } from 'vitest';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { AssetId, LectureId } from '../../../contract/domain/ids.ts';
import type { Span } from '../../../contract/domain/span.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { Library } from '../../ports.ts';
import type { FindSilences } from '../../study-ports.ts';
import { createSilences } from './silences.ts';

const spans: readonly Span[] = [{ startMs: 1000, endMs: 2000 }];
const id = (name: string) => name as LectureId;
const item = (name: string, state: DownloadItem['state']) => ({ lectureId: id(name), state }) as DownloadItem;

/** Downloads named like their files, all complete unless told otherwise. */
function scene(
  names: readonly string[],
  find: FindSilences = () => Promise.resolve(spans),
  whileOpening: () => void = () => undefined,
) {
  const kept = new Map<string, readonly Span[] | 'unreadable'>();
  const heard: string[] = [];
  const found: string[] = [];
  const library = {
    downloads: {
      get: (name: LectureId) =>
        Promise.resolve(ok(names.includes(name) ? { state: 'complete', assetId: name, previous: null } : null)),
    },
    study: {
      silencesOfAsset: (name: AssetId) => Promise.resolve(ok(kept.get(name) ?? null)),
      keepSilences(name: AssetId, silences: readonly Span[] | 'unreadable') {
        kept.set(name, silences);
        return Promise.resolve(done);
      },
      nextWithoutSilences(except: readonly AssetId[]) {
        const next = names.find((name) => !kept.has(name) && !except.some((each) => each === name));
        return Promise.resolve(ok(next === undefined ? null : { lectureId: next, assetId: next }));
      },
    },
  } as unknown as Library;
  const clock = createFakeClock();
  const silences = createSilences({
    library,
    clock,
    log: createListLog(),
    openMedia(name) {
      heard.push(name);
      whileOpening();
      if (name === 'damaged') return Promise.resolve(fail('asset-damaged'));
      return Promise.resolve(
        ok({
          sizeBytes: 1,
          stream: () => Promise.resolve(ok(new ReadableStream<Uint8Array>())),
          close: () => Promise.resolve(),
        }),
      );
    },
    findSilences: find,
    onFound: (name) => found.push(name),
  });
  return { silences, kept, heard, found, clock };
}

it('C3: what is here already is listened to one after another when nothing else is to be done', async () => {
  const { silences, found } = scene(['a', 'b']);
  silences.wake();
  await vi.waitFor(() => expect(found).toEqual(['a', 'b']));
});

it('C3: while somebody watches it waits, but not with the lecture that the player asks for', async () => {
  const { silences, found, clock } = scene(['a', 'b']);
  silences.watching();
  silences.wake();
  expect(await silences.read(id('b'))).toEqual(ok({ kind: 'preparing' }));
  await vi.waitFor(() => expect(found).toEqual(['b']));
  expect(await silences.read(id('b'))).toEqual(ok({ kind: 'ready', spans }));
  clock.advance(60_000);
  await vi.waitFor(() => expect(found).toEqual(['b', 'a']));
});

it('C3: a download that has just come is listened to at once, even while another runs', async () => {
  const { silences, found } = scene(['a', 'b']);
  silences.follow([item('a', 'complete'), item('b', 'downloading'), item('c', 'downloading')]);
  silences.follow([item('a', 'complete'), item('b', 'complete'), item('c', 'downloading')]);
  await vi.waitFor(() => expect(found).toEqual(['b']));
});

it('C3: a file that cannot be opened is let be and keeps no other waiting; what has no sound is remembered', async () => {
  const { silences, found, heard } = scene(['damaged', 'mute'], () => Promise.resolve('unreadable'));
  silences.wake();
  await vi.waitFor(() => expect(found).toEqual(['mute']));
  expect(heard.filter((name) => name === 'damaged')).toHaveLength(1);
  expect(await silences.read(id('mute'))).toEqual(ok({ kind: 'unreadable' }));
  expect(await silences.read(id('damaged'))).toEqual(ok({ kind: 'unreadable' }));
  expect(await silences.read(id('streamed'))).toEqual(ok({ kind: 'not-downloaded' }));
});

it('C3: closing the account calls off what runs, and nothing is kept of it', async () => {
  const { silences, found, kept } = scene(
    ['a'],
    (_lecture, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('called off')));
      }),
  );
  silences.wake();
  await vi.waitFor(async () => expect(await silences.read(id('a'))).toEqual(ok({ kind: 'preparing' })));
  await silences.stop();
  expect([found, [...kept]]).toEqual([[], []]);
});

it('C3 A7: an account that closes while a lecture is being opened waits for no listening', async () => {
  let stopped: Promise<void> = Promise.resolve();
  let listenCount = 0;
  const { silences, heard } = scene(
    ['a'],
    () => {
      listenCount += 1;
      return new Promise(() => undefined);
    },
    () => {
      stopped = silences.stop();
    },
  );
  silences.wake();
  await vi.waitFor(() => expect(heard).toEqual(['a']));
  await stopped;
  expect(listenCount).toBe(0);
});

it('C3: closed while it looked for work, it does not look again by itself', async () => {
  const { silences, heard, clock } = scene(['a']);
  silences.watching();
  silences.wake();
  await silences.stop();
  clock.advance(60_000);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toEqual([]);
});
