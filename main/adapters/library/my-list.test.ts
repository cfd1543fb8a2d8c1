import { expect, it } from 'vitest';
import type { ListThing } from '../../../contract/domain/browse.ts';
import {
  applyCatalogue,
  courseId,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const course = sampleCourse('c', [sampleLecture('l1'), sampleLecture('l2')]);
const theCourse: ListThing = { kind: 'course', courseId: courseId('c') };
const lecture = (id: string): ListThing => ({ kind: 'lecture', lectureId: lectureId(id) });

async function opened() {
  const { library } = await openLibrary();
  await valueOf(applyCatalogue(library, wholeCatalogue(course), null));
  const kinds = async () =>
    (await valueOf(library.myList.all())).map((item) => (item.kind === 'course' ? item.course.id : item.lectureId));
  return { library, kinds };
}

it('B6: courses and lectures are on one list, newest first, and come off it with the time they came on', async () => {
  const { library, kinds } = await opened();
  await valueOf(library.myList.add(lecture('l1'), 1));
  await valueOf(library.myList.add(theCourse, 2));
  await valueOf(library.myList.add(lecture('l2'), 3));
  await valueOf(library.progress.save(lectureId('l2'), { positionMs: 7, completed: false, watchedAtMs: 4 }));
  expect(await kinds()).toEqual(['l2', 'c', 'l1']);
  expect(await valueOf(library.myList.all())).toMatchObject([
    { kind: 'lecture', courseTitle: 'Course c', progress: { positionMs: 7 }, coverAssetId: 'l2.cover', addedAtMs: 3 },
    { kind: 'course', course: { lectureCount: 2, begunCount: 1 }, addedAtMs: 2 },
    { kind: 'lecture', progress: null },
  ]);
  expect(await valueOf(library.myList.remove(theCourse))).toBe(2);
  expect(await valueOf(library.myList.remove(theCourse))).toBeNull();
  expect(await kinds()).toEqual(['l2', 'l1']);
});

it('B6: added twice it is there once, at its first place; what nobody knows is refused', async () => {
  const { library, kinds } = await opened();
  expect(await valueOf(library.myList.add(theCourse, 1))).toBe(true);
  await valueOf(library.myList.add(lecture('l1'), 2));
  expect(await valueOf(library.myList.add(theCourse, 3))).toBe(true);
  expect(await kinds()).toEqual(['l1', 'c']);
  expect(await valueOf(library.myList.add(lecture('nothing'), 4))).toBe(false);
  expect(await valueOf(library.myList.add({ kind: 'course', courseId: courseId('nothing') }, 4))).toBe(false);
});

it('B6: what the catalogue forgot is left out, and is back at its place when it is published again', async () => {
  const { library, kinds } = await opened();
  const other = sampleCourse('d', [sampleLecture('m1')]);
  await valueOf(applyCatalogue(library, wholeCatalogue(course, other), null));
  await valueOf(library.myList.add(theCourse, 1));
  await valueOf(library.myList.add({ kind: 'course', courseId: courseId('d') }, 2));
  await valueOf(applyCatalogue(library, wholeCatalogue(other), null));
  expect(await kinds()).toEqual(['d']);
  await valueOf(applyCatalogue(library, wholeCatalogue(course, other), null));
  expect(await kinds()).toEqual(['d', 'c']);
});
