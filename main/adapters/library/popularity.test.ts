import { expect, it } from 'vitest';
import type { PopularCourse } from '../../../contract/api/popular.ts';
import {
  accountId,
  applyCatalogue,
  courseId,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const of = (id: string, viewerCount: number | null, rating: PopularCourse['rating'] = null): PopularCourse => ({
  courseId: courseId(id),
  viewerCount,
  rating,
});
const courses = ['one', 'two', 'three'].map((id) => sampleCourse(id, [sampleLecture(`${id}-1`)]));

async function filled() {
  const opened = await openLibrary();
  await valueOf(applyCatalogue(opened.library, wholeCatalogue(...courses), null));
  const figures = async () => {
    const cards = await valueOf(opened.library.browse.courses(null, 10));
    return Object.fromEntries(cards.map(({ id, popularity }) => [id, popularity]));
  };
  return { ...opened, figures };
}

it('B1: what is popular comes with the cards and the course page, stays over closing, and gives way as a whole', async () => {
  const { library, libraryKey, figures } = await filled();
  expect(await valueOf(library.popularity.etag())).toBeNull();
  const rating = { average: 4.6, count: 38 };
  const list = { courses: [of('one', 1200, rating), of('two', null, rating), of('gone', 5)] };
  expect(await valueOf(library.popularity.replace(list, '"a"'))).toBe(true);
  expect(await valueOf(library.popularity.replace(list, '"b"'))).toBe(false);
  await valueOf(library.close());
  await valueOf(library.open(accountId('a'), libraryKey));
  expect(await valueOf(library.popularity.etag())).toBe('"b"');
  expect(await figures()).toEqual({ one: { viewerCount: 1200, rating }, two: { viewerCount: null, rating } });
  const page = await valueOf(library.catalogue.course(courseId('one')));
  expect(page?.head.popularity).toEqual({ viewerCount: 1200, rating });
  expect((await valueOf(library.catalogue.course(courseId('three'))))?.head).not.toHaveProperty('popularity');
  expect(await valueOf(library.popularity.replace({ courses: [of('two', 40)] }, null))).toBe(true);
  expect(await figures()).toEqual({ two: { viewerCount: 40, rating: null } });
});

it('B5: who watched nothing is recommended what is popular, without what is dismissed or not offered; after a lecture it is not asked for any more', async () => {
  const { library } = await filled();
  const unavailable = { ...sampleCourse('far', [sampleLecture('far-1')]), available: false };
  await valueOf(applyCatalogue(library, wholeCatalogue(...courses, unavailable), null));
  const read = async () => {
    const found = await valueOf(library.recommendations.read({ nowMs: 5, language: 'en', limit: 12 }));
    return found?.map(({ head, reason }) => [head.id, reason.kind]) ?? null;
  };
  expect(await read()).toBeNull();
  const list = [of('one', 10), of('two', 5000), of('three', null), of('far', 9000), of('gone', 70_000)];
  await valueOf(library.popularity.replace({ courses: list }, null));
  expect(await read()).toEqual([
    ['two', 'popular'],
    ['one', 'popular'],
  ]);
  await valueOf(library.recommendations.dismiss(courseId('two'), 1));
  expect(await read()).toEqual([['one', 'popular']]);
  await valueOf(library.recommendations.dismiss(courseId('one'), 1));
  expect(await read()).toEqual([]);
  await valueOf(library.recommendations.reset(2));
  const place = { positionMs: 5000, completed: false, watchedAtMs: 3 };
  await valueOf(library.progress.save(lectureId('one-1'), place));
  expect((await read())?.filter(([, kind]) => kind === 'popular') ?? []).toEqual([]);
});
