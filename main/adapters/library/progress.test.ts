import { describe, expect, it } from 'vitest';
import {
  applyCatalogue,
  accountId,
  courseId,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const course = sampleCourse(
  'c',
  ['l1', 'l2', 'l3'].map((id) => sampleLecture(id)),
);

async function begunLibrary() {
  const { library } = await openLibrary();
  await valueOf(applyCatalogue(library, wholeCatalogue(course), null));
  return library;
}

describe('progress in the library', () => {
  it('C2: keeps where a person is, to the millisecond, across closing', async () => {
    const { library, libraryKey } = await openLibrary();
    const progress = { positionMs: 12_345, completed: false, watchedAtMs: 1_700_000_000_000 };
    await valueOf(library.progress.save(lectureId('l1'), progress));
    await valueOf(library.close());
    await valueOf(library.open(accountId('a'), libraryKey));
    expect(await valueOf(library.progress.ofLecture(lectureId('l1')))).toEqual(progress);
    expect(await valueOf(library.progress.ofLecture(lectureId('l2')))).toBeNull();
  });

  it('C2: a completed lecture stays completed while its position moves on', async () => {
    const library = await begunLibrary();
    await valueOf(library.progress.save(lectureId('l1'), { positionMs: 59_000, completed: true, watchedAtMs: 1 }));
    await valueOf(library.progress.save(lectureId('l1'), { positionMs: 1000, completed: false, watchedAtMs: 2 }));
    expect(await valueOf(library.progress.ofLecture(lectureId('l1')))).toEqual({
      positionMs: 1000,
      completed: true,
      watchedAtMs: 2,
    });
  });

  it('C2: knows the progress of a whole course', async () => {
    const library = await begunLibrary();
    const progress = { positionMs: 1, completed: false, watchedAtMs: 1 };
    await valueOf(library.progress.save(lectureId('l1'), progress));
    await valueOf(library.progress.save(lectureId('elsewhere'), progress));
    expect(await valueOf(library.progress.ofCourse(courseId('c')))).toEqual(new Map([['l1', progress]]));
  });

  it('B6: lists what was begun and not completed, newest first, up to a limit', async () => {
    const library = await begunLibrary();
    await valueOf(library.progress.save(lectureId('l1'), { positionMs: 1, completed: false, watchedAtMs: 10 }));
    await valueOf(library.progress.save(lectureId('l2'), { positionMs: 2, completed: false, watchedAtMs: 30 }));
    await valueOf(library.progress.save(lectureId('l3'), { positionMs: 3, completed: true, watchedAtMs: 40 }));
    const recent = await valueOf(library.progress.recent(10));
    expect(recent.map((item) => item.lectureId)).toEqual(['l2', 'l1']);
    expect(recent[0]).toEqual({
      lectureId: 'l2',
      courseId: 'c',
      lectureTitle: 'Lecture l2',
      courseTitle: 'Course c',
      coverAssetId: 'l2.cover',
      durationMs: 60_000,
      progress: { positionMs: 2, completed: false, watchedAtMs: 30 },
    });
    expect(await valueOf(library.progress.recent(1))).toHaveLength(1);
  });
});
