import { describe, expect, it } from 'vitest';
import { NoteId } from '../../../contract/domain/ids.ts';
import type { Library } from '../../ports.ts';
import {
  applyCatalogue,
  assetId,
  lectureId,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const one = lectureId('l1');
const two = lectureId('l2');
const cover = { mediaType: 'text/vtt', bytes: new Uint8Array([1]) };
const progress = (watchedAtMs: number, completed: boolean) => ({ positionMs: 5, completed, watchedAtMs });

/** A course of two lectures, both downloaded, with their captions. */
async function open(): Promise<Library> {
  const { library } = await openLibrary();
  await valueOf(
    applyCatalogue(library, wholeCatalogue(sampleCourse('c', [sampleLecture('l1'), sampleLecture('l2')])), null),
  );
  for (const id of ['l1', 'l2']) {
    await valueOf(library.downloads.put(sampleDownload(id)));
    await valueOf(library.content.put(assetId(`${id}.en`), cover));
    const licence = { lectureId: lectureId(id), licence: 'x', accountId: 'a', issuedAtS: 1, expiresAtS: 2 };
    await valueOf(library.licences.put(licence));
  }
  return library;
}
const idsOf = async (rows: ReturnType<Library['downloads']['list']>) =>
  (await valueOf(rows)).map((row) => row.lectureId);
const hasCaptions = async (library: Library, id: string) =>
  (await valueOf(library.content.get(assetId(`${id}.en`)))) !== null;

describe('the bin in the library', () => {
  it('D5 D7: a download goes into the bin as it was, with licence and captions, and comes back at the end of the queue', async () => {
    const library = await open();
    await valueOf(library.bin.put(one, 77));
    expect(await idsOf(library.downloads.list())).toEqual(['l2']);
    expect(await valueOf(library.bin.list())).toEqual([
      {
        ...sampleDownload('l1'),
        removedAtMs: 77,
        lastDayFromMs: null,
        lectureTitle: 'Lecture l1',
        courseTitle: 'Course c',
      },
    ]);
    expect([await hasCaptions(library, 'l1'), await valueOf(library.licences.get(one))]).toEqual([
      true,
      { lectureId: 'l1', licence: 'x' },
    ]);
    await valueOf(library.bin.restore(sampleDownload('l1', { addedAtMs: 99 })));
    expect(await idsOf(library.downloads.list())).toEqual(['l2', 'l1']);
    expect(await valueOf(library.downloads.get(one))).toEqual(sampleDownload('l1', { addedAtMs: 99 }));
    expect(await valueOf(library.bin.list())).toEqual([]);
    expect(await valueOf(library.licences.get(one))).not.toBeNull();
  });

  it('D7: newest first; an item can be stamped; what is not downloaded cannot be binned', async () => {
    const library = await open();
    await valueOf(library.bin.put(one, 5));
    await valueOf(library.bin.put(two, 9));
    await valueOf(library.bin.put(lectureId('never'), 9));
    expect((await valueOf(library.bin.list())).map((row) => row.lectureId)).toEqual(['l2', 'l1']);
    await valueOf(library.bin.stamp([{ lectureId: one, removedAtMs: 4, lastDayFromMs: 6 }]));
    expect(await valueOf(library.bin.get(one))).toMatchObject({ removedAtMs: 4, lastDayFromMs: 6 });
  });

  it('D7 D10: deleted from the bin, licence and captions go with it, unless the lecture is downloaded again', async () => {
    const library = await open();
    for (const id of [one, two]) await valueOf(library.bin.put(id, 1));
    await valueOf(library.downloads.put(sampleDownload('l2', { assetId: assetId('l2.audio') })));
    await valueOf(library.bin.remove(one));
    await valueOf(library.bin.remove(two));
    expect(await valueOf(library.bin.list())).toEqual([]);
    expect([await hasCaptions(library, 'l1'), await hasCaptions(library, 'l2')]).toEqual([false, true]);
    expect(await valueOf(library.licences.get(one))).toBeNull();
    expect(await valueOf(library.licences.get(two))).not.toBeNull();
  });

  it('D7 D10: another lecture’s removal leaves the captions that one in the bin shares', async () => {
    const { library } = await openLibrary();
    const shared = sampleLecture('l1').captions;
    const course = sampleCourse('c', [sampleLecture('l1'), sampleLecture('l2', { captions: shared })]);
    await valueOf(applyCatalogue(library, wholeCatalogue(course), null));
    for (const id of ['l1', 'l2']) await valueOf(library.downloads.put(sampleDownload(id)));
    await valueOf(library.content.put(assetId('l1.en'), cover));
    await valueOf(library.bin.put(one, 1));
    await valueOf(library.downloads.remove(two));
    expect(await hasCaptions(library, 'l1')).toBe(true);
  });

  it('B1 D7: what is in the bin keeps its title and its file’s reference when the service withdraws it', async () => {
    const library = await open();
    await valueOf(library.bin.put(one, 1));
    await valueOf(applyCatalogue(library, { ...wholeCatalogue(), cursor: 'c2' }, null));
    const [item] = await valueOf(library.bin.list());
    expect(item?.lectureTitle).toBe('Lecture l1');
    expect(await valueOf(library.catalogue.asset(assetId('l1.720p')))).not.toBeNull();
  });

  it('D7 D8: what is in the bin is not adopted as a download', async () => {
    const library = await open();
    await valueOf(library.bin.put(one, 1));
    await valueOf(library.downloads.adopt([sampleDownload('l1'), sampleDownload('l3')]));
    expect(await idsOf(library.downloads.list())).toEqual(['l2', 'l3']);
  });
});

describe('space in the library', () => {
  it('D7: each course with what it takes, unfinished files and those to be replaced too, the largest first', async () => {
    const library = await open();
    const { previous: _, ...whole } = sampleDownload('l2', { assetId: assetId('l2.audio'), sizeBytes: 30 });
    await valueOf(
      library.downloads.put({ ...sampleDownload('l2', { state: 'downloading', receivedBytes: 400 }), previous: whole }),
    );
    await valueOf(library.downloads.put({ ...sampleDownload('x', { receivedBytes: 9 }), courseId: 'far' as never }));
    await valueOf(library.progress.save(one, progress(50, true)));
    await valueOf(library.progress.save(two, progress(50, true)));
    expect(await valueOf(library.space.usageByCourse())).toEqual([
      {
        courseId: 'c',
        courseTitle: 'Course c',
        coverAssetId: 'c.cover',
        lectureCount: 2,
        sizeBytes: 1430,
        watchedBytes: 1000,
        watchedCount: 1,
      },
      {
        courseId: 'far',
        courseTitle: '',
        coverAssetId: null,
        lectureCount: 1,
        sizeBytes: 9,
        watchedBytes: 0,
        watchedCount: 0,
      },
    ]);
  });

  it('D7: what was watched to its end, with the last time that was; watching it again in part does not count', async () => {
    const library = await open();
    await valueOf(library.progress.save(one, progress(50, true)));
    await valueOf(library.progress.save(one, progress(90, false)));
    await valueOf(library.progress.save(two, progress(60, false)));
    expect(await valueOf(library.space.watched(null))).toEqual([
      {
        lectureId: 'l1',
        lectureTitle: 'Lecture l1',
        courseTitle: 'Course c',
        sizeBytes: 1000,
        addedAtMs: 1,
        completedAtMs: 50,
        hasNotes: false,
      },
    ]);
    await valueOf(library.progress.save(one, progress(95, true)));
    expect((await valueOf(library.space.watched(null)))[0]?.completedAtMs).toBe(95);
    expect(await valueOf(library.space.watched('other' as never))).toEqual([]);
  });

  it('C5 D7: of what was watched it is known whether there are notes in it, or bookmarks', async () => {
    const library = await open();
    for (const id of [one, two]) await valueOf(library.progress.save(id, progress(50, true)));
    const bookmark = {
      id: NoteId.parse('00000000-0000-4000-8000-000000000001'),
      lectureId: two,
      positionMs: 1,
      text: '',
      nowMs: 1,
    };
    const noted = async () => (await valueOf(library.space.watched(null))).map(({ hasNotes }) => hasNotes);
    await valueOf(library.notes.put(bookmark));
    expect(await noted()).toEqual([false, true]);
    await valueOf(library.notes.remove(bookmark.id));
    expect(await noted()).toEqual([false, false]);
  });
});
