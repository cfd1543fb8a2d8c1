import { describe, expect, it } from 'vitest';
import type { Course } from '../../../contract/domain/course.ts';
import {
  applyCatalogue,
  assetId,
  courseId,
  lectureId,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const course = sampleCourse(
  'c',
  ['l1', 'l2', 'l3'].map((id) => sampleLecture(id)),
);
const begun = { positionMs: 5000, completed: false, watchedAtMs: 10 };

async function libraryWith(...courses: readonly Course[]) {
  const opened = await openLibrary();
  await valueOf(applyCatalogue(opened.library, wholeCatalogue(...courses), '"e1"'));
  return opened.library;
}

const headIds = async (library: Awaited<ReturnType<typeof libraryWith>>) =>
  (await valueOf(library.catalogue.heads())).map((head) => head.id);

describe('the catalogue in the library', () => {
  it('B1: knows nothing at first', async () => {
    const { library } = await openLibrary();
    expect(await valueOf(library.catalogue.known())).toEqual({ cursor: null, etag: null });
    expect(await valueOf(library.catalogue.heads())).toEqual([]);
    expect(await valueOf(library.catalogue.course(courseId('c')))).toBeNull();
    expect(await valueOf(library.catalogue.lecture(lectureId('l1')))).toBeNull();
    expect(await valueOf(library.catalogue.asset(assetId('c.cover')))).toBeNull();
  });

  it('B1: gives a course back exactly as the service published it, with sums', async () => {
    const library = await libraryWith(course);
    const found = await valueOf(library.catalogue.course(courseId('c')));
    expect(found?.course).toEqual(course);
    const { sections: _, ...head } = course;
    expect(found?.head).toEqual({ ...head, lectureCount: 3, completedCount: 0, durationMs: 180_000 });
    expect(await valueOf(library.catalogue.known())).toEqual({ cursor: 'c1', etag: '"e1"' });
  });

  it('B1: lists courses newest first and counts completed lectures', async () => {
    const newer = sampleCourse('n', [sampleLecture('n1')], { publishedAt: '2026-02-01T00:00:00Z' });
    const library = await libraryWith(course, newer);
    await valueOf(library.progress.save(lectureId('l2'), { ...begun, completed: true }));
    const heads = await valueOf(library.catalogue.heads());
    expect(heads.map((head) => [head.id, head.completedCount, head.lectureCount])).toEqual([
      ['n', 0, 1],
      ['c', 1, 3],
    ]);
  });

  it('knows a lecture with its neighbours across sections', async () => {
    const library = await libraryWith(course);
    const middle = await valueOf(library.catalogue.lecture(lectureId('l2')));
    expect(middle?.lecture).toEqual(course.sections[1]?.lectures[0]);
    expect([middle?.previousLectureId, middle?.nextLectureId]).toEqual(['l1', 'l3']);
    expect(middle?.course.title).toBe('Course c');
    const first = await valueOf(library.catalogue.lecture(lectureId('l1')));
    const last = await valueOf(library.catalogue.lecture(lectureId('l3')));
    expect([first?.previousLectureId, last?.nextLectureId]).toEqual([null, null]);
  });

  it('knows every file by its id', async () => {
    const library = await libraryWith(course);
    const mediaTypes = {
      'c.cover': 'image/webp',
      'l1.cover': 'image/webp',
      'l1.en': 'text/vtt',
      'l1.slides': 'application/pdf',
      'l1.720p': 'video/mp4',
      'l1.audio': 'audio/mp4',
    };
    for (const [id, mediaType] of Object.entries(mediaTypes)) {
      const asset = await valueOf(library.catalogue.asset(assetId(id)));
      expect(asset).toEqual({ id, mediaType, sizeBytes: 1000, sha256: 'a'.repeat(64) });
    }
  });

  it('B1: a delta adds and changes, says whether anything changed, and keeps the rest', async () => {
    const library = await libraryWith(course);
    const other = sampleCourse('d', [sampleLecture('d1')]);
    const delta = { cursor: 'c2', complete: false, courses: [other], removedCourseIds: [] };
    expect(await valueOf(applyCatalogue(library, delta, null))).toBe(true);
    expect(await valueOf(applyCatalogue(library, { ...delta, cursor: 'c3' }, '"e3"'))).toBe(false);
    expect(await valueOf(library.catalogue.known())).toEqual({ cursor: 'c3', etag: '"e3"' });
    expect(await headIds(library)).toEqual(['c', 'd']);
    const renamed = { ...other, title: 'Renamed' };
    expect(await valueOf(applyCatalogue(library, { ...delta, courses: [renamed] }, null))).toBe(true);
    expect((await valueOf(library.catalogue.course(courseId('d'))))?.course.title).toBe('Renamed');
  });

  it('B1: a removed course is gone, and so is what a complete catalogue leaves out', async () => {
    const library = await libraryWith(course, sampleCourse('d', [sampleLecture('d1')]));
    const removal = { cursor: 'c2', complete: false, courses: [], removedCourseIds: [courseId('d'), courseId('x')] };
    expect(await valueOf(applyCatalogue(library, removal, null))).toBe(true);
    expect(await headIds(library)).toEqual(['c']);
    expect(await valueOf(library.catalogue.lecture(lectureId('d1')))).toBeNull();
    expect(await valueOf(library.catalogue.asset(assetId('d1.720p')))).toBeNull();
    expect(await valueOf(applyCatalogue(library, wholeCatalogue(), null))).toBe(true);
    expect(await headIds(library)).toEqual([]);
    expect(await valueOf(applyCatalogue(library, wholeCatalogue(), null))).toBe(false);
  });

  it('B1: of a catalogue in pages what its last page does not name is gone, and what came is known before', async () => {
    const library = await libraryWith(course, sampleCourse('gone', [sampleLecture('g1')]));
    const next = sampleCourse('d', [sampleLecture('d1')]);
    const page = { cursor: 'p1', complete: false, courses: [next], removedCourseIds: [], hasMore: true };
    const first = await valueOf(library.catalogue.apply(Buffer.from(JSON.stringify(page)), null));
    expect(first).toEqual({ changed: true, hasMore: true });
    expect([await headIds(library), (await valueOf(library.catalogue.known())).cursor]).toEqual([
      ['c', 'd', 'gone'],
      'p1',
    ]);
    const all = [courseId('c'), courseId('d')];
    const last = { cursor: 'c2', complete: false, courses: [course], removedCourseIds: [], allCourseIds: all };
    expect(await valueOf(applyCatalogue(library, last, null))).toBe(true);
    expect([await headIds(library), (await valueOf(library.catalogue.known())).cursor]).toEqual([['c', 'd'], 'c2']);
  });

  it('B1: a long page is applied in pieces, between which others have their turn', async () => {
    const library = await libraryWith();
    const lectures = (index: number) => Array.from({ length: 40 }, (_, place) => sampleLecture(`l${index}-${place}`));
    const courses = Array.from({ length: 60 }, (_, index) => sampleCourse(`c${index}`, lectures(index)));
    const seen: number[] = [];
    const applying = applyCatalogue(library, wholeCatalogue(...courses), null);
    const end = applying.then(() => 'end' as const);
    const look = async () => seen.push((await headIds(library)).length);
    while ((await Promise.race([end, look()])) !== 'end');
    expect(await valueOf(applying)).toBe(true);
    expect(await headIds(library)).toHaveLength(60);
    expect(seen.some((count) => count > 0 && count < 60)).toBe(true);
    expect((await valueOf(library.catalogue.known())).cursor).toBe('c1');
  });

  it('B1 B3: everything of a catalogue in pages is found by the search once its last page is here', async () => {
    const library = await libraryWith();
    const titled = (id: string) => sampleCourse(id, [sampleLecture(`${id}-l`, { title: `Lighthouse ${id}` })]);
    const found = async () => {
      const { items } = await valueOf(library.search.find('lighthouse', 50));
      return items.map((item) => (item.kind === 'lecture' ? item.lectureId : '')).toSorted();
    };
    for (const [index, id] of ['p', 'q', 'r'].entries()) {
      const hasMore = index < 2;
      const page = { cursor: id, complete: false, courses: [titled(id)], removedCourseIds: [], hasMore };
      await valueOf(applyCatalogue(library, page, null));
    }
    expect(await found()).toEqual(['p-l', 'q-l', 'r-l']);
  });

  it.each([
    ['no JSON', '<html>'],
    ['half of it', JSON.stringify(wholeCatalogue(course)).slice(0, -9)],
    ['without a cursor', JSON.stringify({ ...wholeCatalogue(course), cursor: undefined })],
    ['no UTF-8', Buffer.from([0xff, 0xfe])],
  ])('B1: an answer that is %s changes nothing', async (_, page) => {
    const library = await libraryWith(course);
    const refused = await library.catalogue.apply(Buffer.from(page), null);
    expect(refused).toMatchObject({ error: { code: 'service-nonsense' } });
    expect(await valueOf(library.catalogue.known())).toEqual({ cursor: 'c1', etag: '"e1"' });
    expect(await headIds(library)).toEqual(['c']);
  });

  it('a withdrawn course keeps the lectures a person has downloaded, with their files and neighbours', async () => {
    const library = await libraryWith(course);
    await valueOf(library.downloads.put(sampleDownload('l1')));
    await valueOf(library.downloads.put(sampleDownload('l3')));
    await valueOf(applyCatalogue(library, wholeCatalogue(), null));
    expect(await headIds(library)).toEqual(['c']);
    const left = await valueOf(library.catalogue.course(courseId('c')));
    expect(left?.course.sections.flatMap((section) => section.lectures.map((lecture) => lecture.id))).toEqual([
      'l1',
      'l3',
    ]);
    expect(left?.head.lectureCount).toBe(2);
    expect((await valueOf(library.catalogue.lecture(lectureId('l1'))))?.nextLectureId).toBe('l3');
    expect(await valueOf(library.catalogue.asset(assetId('l1.720p')))).not.toBeNull();
    expect(await valueOf(library.catalogue.asset(assetId('l2.720p')))).toBeNull();

    await valueOf(library.downloads.remove(lectureId('l1')));
    await valueOf(library.downloads.remove(lectureId('l3')));
    expect(await headIds(library)).toEqual([]);
  });

  it('a withdrawn course with progress alone is kept out of sight and comes back whole', async () => {
    const library = await libraryWith(course);
    await valueOf(library.progress.save(lectureId('l2'), begun));
    await valueOf(applyCatalogue(library, wholeCatalogue(), null));
    expect(await headIds(library)).toEqual([]);
    expect(await valueOf(library.progress.recent(10))).toEqual([]);
    expect(await valueOf(applyCatalogue(library, wholeCatalogue(course), null))).toBe(true);
    expect((await valueOf(library.catalogue.course(courseId('c'))))?.course).toEqual(course);
    expect(await valueOf(library.progress.ofLecture(lectureId('l2')))).toEqual(begun);
  });

  it('a lecture taken out of its course goes from the list, but its download can still be played', async () => {
    const library = await libraryWith(course);
    await valueOf(library.downloads.put(sampleDownload('l2')));
    const shorter = sampleCourse('c', [sampleLecture('l1'), sampleLecture('l3')]);
    await valueOf(applyCatalogue(library, wholeCatalogue(shorter), null));
    expect((await valueOf(library.catalogue.course(courseId('c'))))?.course).toEqual(shorter);
    expect((await valueOf(library.catalogue.lecture(lectureId('l2'))))?.lecture.title).toBe('Lecture l2');
    expect((await valueOf(library.downloads.list())).map((row) => row.lectureTitle)).toEqual(['Lecture l2']);
  });

  it('remembers the file a download holds when the service replaces it', async () => {
    const library = await libraryWith(course);
    await valueOf(library.downloads.put(sampleDownload('l1')));
    const media = sampleLecture('l9').media;
    const replaced = sampleCourse('c', [sampleLecture('l1', { media }), sampleLecture('l2')]);
    await valueOf(applyCatalogue(library, wholeCatalogue(replaced), null));
    expect(await valueOf(library.catalogue.asset(assetId('l9.720p')))).not.toBeNull();
    expect((await valueOf(library.catalogue.asset(assetId('l1.720p'))))?.mediaType).toBe('video/mp4');
    expect(await valueOf(library.catalogue.asset(assetId('l1.audio')))).toBeNull();
  });

  it('D2: remembers the file that plays until another quality is whole when the service replaces it', async () => {
    const { library } = await openLibrary();
    await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('c', [sampleLecture('l1')])), null));
    const { quality, sizeBytes, sha256, etag, completedAtMs } = sampleDownload('l1');
    const previous = { assetId: assetId('l1.720p'), quality, sizeBytes, sha256, etag, completedAtMs };
    const audio = assetId('l1.audio');
    await valueOf(library.downloads.put(sampleDownload('l1', { assetId: audio, state: 'queued', previous })));
    const media = sampleLecture('l1').media.filter(({ id }) => id === audio);
    await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('c', [sampleLecture('l1', { media })])), null));
    expect(await valueOf(library.catalogue.asset(assetId('l1.720p')))).not.toBeNull();
    await valueOf(library.downloads.put(sampleDownload('l1', { assetId: audio })));
    await valueOf(
      applyCatalogue(
        library,
        wholeCatalogue(sampleCourse('c', [sampleLecture('l1', { media, title: 'Other' })])),
        null,
      ),
    );
    expect(await valueOf(library.catalogue.asset(assetId('l1.720p')))).toBeNull();
  });

  it('moves a lecture to the course that names it now', async () => {
    const library = await libraryWith(course);
    const delta = wholeCatalogue(
      sampleCourse('b', [sampleLecture('l2')]),
      sampleCourse('c', [sampleLecture('l1'), sampleLecture('l3')]),
    );
    await valueOf(applyCatalogue(library, delta, null));
    expect((await valueOf(library.catalogue.lecture(lectureId('l2'))))?.course.id).toBe('b');
    expect((await valueOf(library.catalogue.course(courseId('c'))))?.head.lectureCount).toBe(2);
  });

  it('shares one file between a course and its lectures', async () => {
    const cover = course.cover;
    const shared = sampleCourse('c', [sampleLecture('l1', { cover }), sampleLecture('l2', { cover })]);
    const library = await libraryWith(shared);
    await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('c', [sampleLecture('l1', { cover })])), null));
    expect((await valueOf(library.catalogue.asset(cover.id)))?.sizeBytes).toBe(1000);
  });
});
