import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSpans } from '../../../contract/domain/span.ts';
import {
  applyCatalogue,
  accountId,
  courseId,
  lectureId,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';
import type { AssetId } from '../../../contract/domain/ids.ts';

const asset = (id: string) => id as AssetId;

async function begun() {
  const opened = await openLibrary();
  await valueOf(applyCatalogue(opened.library, wholeCatalogue(sampleCourse('c', [sampleLecture('l1')])), null));
  return opened;
}

it('C2: what was watched is kept as one union across closing, and cut at the lecture’s end', async () => {
  const { library, libraryKey } = await begun();
  const id = lectureId('l1');
  await valueOf(library.study.addWatched(id, [{ startMs: 30_000, endMs: 90_000 }]));
  await valueOf(library.study.addWatched(id, [{ startMs: 0, endMs: 10_000 }]));
  await valueOf(library.close());
  await valueOf(library.open(accountId('a'), libraryKey));
  expect(await valueOf(library.study.addWatched(id, [{ startMs: 9000, endMs: 29_500 }]))).toEqual({
    watched: [{ startMs: 0, endMs: 60_000 }],
    grew: true,
    durationMs: 60_000,
  });
  const again = await valueOf(library.study.addWatched(id, [{ startMs: 5000, endMs: 6000 }]));
  expect(again.grew).toBe(false);
});

it('C2: portions in any order leave the same parts in the library', async () => {
  const { library } = await begun();
  const part = fc
    .tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 1, max: 6000 }))
    .map(([startMs, lengthMs]) => ({ startMs, endMs: startMs + lengthMs }));
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(part, { maxLength: 4 }), { maxLength: 5 }), async (portions) => {
      count += 1;
      const id = lectureId(`unknown-${count}`);
      for (const portion of portions) await valueOf(library.study.addWatched(id, portion));
      const { watched, durationMs } = await valueOf(library.study.addWatched(id, []));
      expect(watched).toEqual(mergeSpans(portions.flat()));
      expect(durationMs).toBeNull();
    }),
    { numRuns: 30 },
  );
});

it('C2: by hand a lecture counts as watched or not, and what was watched before comes back', async () => {
  const { library } = await begun();
  const id = lectureId('l1');
  const watched = [{ startMs: 0, endMs: 30_000 }];
  await valueOf(library.progress.save(id, { positionMs: 30_000, completed: false, watchedAtMs: 5 }));
  await valueOf(library.study.addWatched(id, watched));
  const mark = (completed: boolean, given: typeof watched) =>
    valueOf(library.study.mark({ lectureId: id, completed, watched: given, watchedAtMs: 9 }));
  expect(await mark(true, [])).toEqual(watched);
  expect(await valueOf(library.progress.ofLecture(id))).toEqual({
    positionMs: 30_000,
    completed: true,
    watchedAtMs: 5,
  });
  expect(await mark(false, [])).toEqual(watched);
  expect(await valueOf(library.progress.ofLecture(id))).toMatchObject({ completed: false });
  expect((await valueOf(library.study.addWatched(id, []))).watched).toEqual([]);
  expect(await mark(true, watched)).toEqual([]);
  expect((await valueOf(library.study.addWatched(id, []))).watched).toEqual(watched);
});

it('C3: a course keeps its own speed until it is forgotten', async () => {
  const { library } = await begun();
  expect(await valueOf(library.study.rateOfCourse(courseId('c')))).toBeNull();
  await valueOf(library.study.keepRate(courseId('c'), 1.5));
  await valueOf(library.study.keepRate(courseId('c'), 1.65));
  expect(await valueOf(library.study.rateOfCourse(courseId('c')))).toBe(1.65);
  await valueOf(library.study.keepRate(courseId('c'), null));
  expect(await valueOf(library.study.rateOfCourse(courseId('c')))).toBeNull();
});

it('C3: silences are kept to the millisecond, and that there are none to be found too', async () => {
  const { library } = await begun();
  const silences = [
    { startMs: 1, endMs: 4_000_000 },
    { startMs: 4_000_500, endMs: 4_000_999 },
  ];
  expect(await valueOf(library.study.silencesOfAsset(asset('a')))).toBeNull();
  await valueOf(library.study.keepSilences(asset('a'), silences));
  await valueOf(library.study.keepSilences(asset('b'), 'unreadable'));
  await valueOf(library.study.keepSilences(asset('c'), []));
  expect(await valueOf(library.study.silencesOfAsset(asset('a')))).toEqual(silences);
  expect(await valueOf(library.study.silencesOfAsset(asset('b')))).toBe('unreadable');
  expect(await valueOf(library.study.silencesOfAsset(asset('c')))).toEqual([]);
  expect(await valueOf(library.study.nextWithoutSilences([]))).toBeNull();
});

it('C3 D10: the silences go with the last download of their file, not while the bin or another quality still needs it', async () => {
  const { library } = await begun();
  for (const id of ['l1', 'l2']) await valueOf(library.downloads.put(sampleDownload(id)));
  const [one, two, kept] = [asset('l1.720p'), asset('l2.720p'), asset('l2.audio')];
  for (const id of [one, two, kept]) await valueOf(library.study.keepSilences(id, []));
  const here = async () => {
    const known = await Promise.all([one, two, kept].map((id) => valueOf(library.study.silencesOfAsset(id))));
    return known.map((spans) => spans !== null);
  };
  const { quality, sizeBytes, sha256, etag, completedAtMs } = sampleDownload('l2');
  const previous = { assetId: two, quality, sizeBytes, sha256, etag, completedAtMs };
  await valueOf(library.downloads.put(sampleDownload('l2', { assetId: kept, state: 'queued', previous })));
  await valueOf(library.bin.put(lectureId('l1'), 1));
  expect(await here()).toEqual([true, true, true]);
  await valueOf(library.bin.remove(lectureId('l1')));
  expect(await here()).toEqual([false, true, true]);
});
