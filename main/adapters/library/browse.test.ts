import { expect, it } from 'vitest';
import type { BrowsePlace } from '../../../contract/domain/browse.ts';
import type { Course, Lecture } from '../../../contract/domain/course.ts';
import type { CourseBrief } from '../../ports.ts';
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

const begun = { positionMs: 5000, completed: false, watchedAtMs: 10 };
const watched = (watchedAtMs: number) => ({ positionMs: 60_000, completed: true, watchedAtMs });

function courseOf(id: string, lectures: readonly Lecture[], change: Partial<Course> = {}): Course {
  return sampleCourse(id, lectures, change);
}

async function libraryWith(...courses: readonly Course[]) {
  const { library } = await openLibrary();
  await valueOf(applyCatalogue(library, wholeCatalogue(...courses), '"e1"'));
  return library;
}

it('B1: the catalogue comes piece by piece, newest first, and no course twice or never', async () => {
  const dates = ['2026-03-01', '2026-02-01', '2026-02-01', '2026-02-01', '2026-01-01'];
  const all = dates.map((date, index) =>
    courseOf(`c${index}`, [sampleLecture(`l${index}`)], { publishedAt: `${date}T00:00:00Z` }),
  );
  const library = await libraryWith(...all.toReversed());
  const found: string[] = [];
  let after: BrowsePlace | null = null;
  for (let piece = 0; piece < 4; piece += 1) {
    const courses: readonly CourseBrief[] = await valueOf(library.browse.courses(after, 2));
    found.push(...courses.map(({ id }) => id));
    const last = courses.at(-1);
    if (last !== undefined) after = { publishedAt: last.publishedAt, courseId: last.id };
  }
  expect(found).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
});

it('B4: a course says how much of it was begun, watched, and how short the shortest lecture left is', async () => {
  const lectures = [30, 20, 10, 40].map((minutes, index) =>
    sampleLecture(`l${index}`, { durationMs: minutes * 60_000 }),
  );
  const library = await libraryWith(courseOf('c', lectures), courseOf('d', [sampleLecture('d0')]));
  await valueOf(library.progress.save(lectureId('l2'), watched(1)));
  await valueOf(library.progress.save(lectureId('l0'), begun));
  await valueOf(library.progress.save(lectureId('d0'), watched(2)));
  const [course, other] = await valueOf(library.browse.courses(null, 10));
  expect(course).toMatchObject({
    lecturerId: 'ada',
    lectureCount: 4,
    begunCount: 2,
    completedCount: 1,
    shortestLeftMs: 20 * 60_000,
    available: true,
  });
  expect(other).toMatchObject({ begunCount: 1, completedCount: 1, shortestLeftMs: null });
});

it('B1 B2: withdrawn courses are shown for as long as something of them is here; a course says when it is not offered', async () => {
  const here = courseOf('here', [sampleLecture('h1')]);
  const gone = courseOf('gone', [sampleLecture('g1')]);
  const library = await libraryWith(here, gone, courseOf('far', [sampleLecture('f1')], { available: false }));
  await valueOf(library.downloads.put(sampleDownload('h1', { courseId: here.id })));
  await valueOf(library.progress.save(lectureId('g1'), begun));
  const rest = courseOf('far', [sampleLecture('f1')], { available: false });
  await valueOf(applyCatalogue(library, wholeCatalogue(rest), null));
  const shown = await valueOf(library.browse.courses(null, 10));
  expect(shown.map(({ id, available }) => [id, available])).toEqual([
    ['far', false],
    ['here', true],
  ]);
});

it('B6: what comes next is behind the furthest watched lecture, and not of a course that is half-watched, done or not offered', async () => {
  const three = (id: string, change: Partial<Course> = {}) =>
    courseOf(
      id,
      ['0', '1', '2'].map((number) => sampleLecture(`${id}${number}`)),
      change,
    );
  const ways = ['mid', 'gap', 'half', 'done', 'new'].map((id) => three(id));
  const library = await libraryWith(...ways, three('far', { available: false }));
  const save = (id: string, atMs: number) => library.progress.save(lectureId(id), watched(atMs));
  for (const [id, atMs] of [
    ['mid1', 5],
    ['gap2', 9],
    ['far0', 8],
    ['half0', 7],
    ['done0', 1],
    ['done1', 2],
    ['done2', 3],
  ] as const) {
    await valueOf(save(id, atMs));
  }
  await valueOf(library.progress.save(lectureId('half1'), begun));
  const next = await valueOf(library.browse.nextUp(10));
  expect(next.map((item) => [item.courseId, item.lectureId])).toEqual([
    ['gap', 'gap0'],
    ['mid', 'mid2'],
  ]);
  expect(next[1]).toMatchObject({
    lectureTitle: 'Lecture mid2',
    courseTitle: 'Course mid',
    coverAssetId: 'mid2.cover',
  });
  expect(await valueOf(library.browse.nextUp(1))).toHaveLength(1);
});

it('B1: a lecturer is known by what they teach, in the words of their newest course', async () => {
  const ada = (about: string) => ({ id: 'ada', name: 'Ada', about });
  const library = await libraryWith(
    courseOf('old', [sampleLecture('o1')], { lecturer: ada('Then.'), publishedAt: '2025-01-01T00:00:00Z' }),
    courseOf('new', [sampleLecture('n1')], { lecturer: ada('Now.') }),
    courseOf('else', [sampleLecture('e1')], { lecturer: { id: 'bo', name: 'Bo', about: '' } }),
  );
  const found = await valueOf(library.browse.lecturer('ada'));
  expect(found?.lecturer).toEqual(ada('Now.'));
  expect(found?.courses.map(({ id }) => id)).toEqual([courseId('new'), courseId('old')]);
  expect(await valueOf(library.browse.lecturer('nobody'))).toBeNull();
});
