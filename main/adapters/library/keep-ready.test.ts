import { describe, expect, it } from 'vitest';
import {
  applyCatalogue,
  courseId,
  lectureId,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const c = courseId('c');

describe('D1: lectures kept ready, in the library', () => {
  it('D1: remembers how many for each course, changes it and forgets it', async () => {
    const { library } = await openLibrary();
    expect(await valueOf(library.keepReady.countOfCourse(c))).toBe(0);
    expect(await valueOf(library.keepReady.courses())).toEqual([]);
    await valueOf(library.keepReady.keepCount(c, 3));
    await valueOf(library.keepReady.keepCount(c, 5));
    expect(await valueOf(library.keepReady.countOfCourse(c))).toBe(5);
    // A course that the catalogue does not know (yet) has no lectures.
    expect(await valueOf(library.keepReady.courses())).toEqual([{ count: 5, quality: null, lectures: [] }]);
    await valueOf(library.keepReady.keepCount(c, 0));
    expect(await valueOf(library.keepReady.courses())).toEqual([]);
  });

  it('D1: tells the lectures in order with all that decides about them', async () => {
    const { library } = await openLibrary();
    const lectures = ['l1', 'l2', 'l3', 'l4'].map((id) => sampleLecture(id));
    await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('c', lectures)), null));
    await valueOf(library.keepReady.keepCount(c, 2));
    await valueOf(library.downloads.keepQuality(c, 'audio'));
    const at = (completed: boolean) => ({ positionMs: 1, completed, watchedAtMs: 1 });
    await valueOf(library.progress.save(lectureId('l1'), at(true)));
    await valueOf(library.progress.save(lectureId('l2'), at(false)));
    await valueOf(library.downloads.put(sampleDownload('l2', { state: 'failed' })));
    await valueOf(library.downloads.put(sampleDownload('l3')));
    await valueOf(library.downloads.remove(lectureId('l3')));
    const plain = { progress: 'none', hasDownload: false, leftAlone: false, withdrawn: false };
    expect(await valueOf(library.keepReady.courses())).toEqual([
      {
        count: 2,
        quality: 'audio',
        lectures: [
          { ...plain, lectureId: 'l1', progress: 'completed' },
          { ...plain, lectureId: 'l2', progress: 'begun', hasDownload: true },
          { ...plain, lectureId: 'l3', leftAlone: true },
          { ...plain, lectureId: 'l4' },
        ],
      },
    ]);
  });

  it('D1: a lecture that was removed is left alone until it is asked for again', async () => {
    const { library } = await openLibrary();
    await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('c', [sampleLecture('l1')])), null));
    await valueOf(library.keepReady.keepCount(c, 1));
    const isLeftAlone = async () => (await valueOf(library.keepReady.courses()))[0]?.lectures[0]?.leftAlone;
    await valueOf(library.downloads.put(sampleDownload('l1')));
    await valueOf(library.downloads.put(sampleDownload('l1', { state: 'queued' })));
    expect(await isLeftAlone()).toBe(false);
    await valueOf(library.downloads.remove(lectureId('l1')));
    expect(await isLeftAlone()).toBe(true);
    await valueOf(library.downloads.put(sampleDownload('l1')));
    expect(await isLeftAlone()).toBe(false);
  });
});
