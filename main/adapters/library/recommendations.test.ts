import { expect, it } from 'vitest';
import type { Course } from '../../../contract/domain/course.ts';
import { openLibrary as openFile } from './worker/account/open-library.ts';
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

const nowMs = Date.UTC(2026, 5, 1);
const hourMs = 3_600_000;

/** A course of two lectures, with its own words and lecturer. */
function course(id: string, topics: readonly string[], change: Partial<Course> = {}): Course {
  const lectures = [sampleLecture(`${id}-1`), sampleLecture(`${id}-2`)];
  const own = { title: `${id} ${id}`, summary: '', description: '', lecturer: { id: `by-${id}`, name: id, about: '' } };
  return sampleCourse(id, lectures, { ...own, topics: [...topics], ...change });
}

const catalogue = [
  course('seen', ['memory', 'sleep']),
  course('near', ['memory', 'sleep']),
  course('half', ['sleep', 'dreams']),
  course('higher', ['memory'], { level: 'intermediate' }),
  course('other', ['video', 'files']),
];

async function begun() {
  const opened = await openLibrary();
  const { library } = opened;
  await valueOf(applyCatalogue(library, wholeCatalogue(...catalogue), null));
  const read = async () => {
    const found = await valueOf(library.recommendations.read({ nowMs, language: 'en', limit: 12 }));
    return found?.map(({ head, reason }) => [head.id, reason.kind]) ?? null;
  };
  const watch = async (id: string, watchedAtMs = nowMs - hourMs) => {
    await valueOf(library.study.addWatched(lectureId(id), [{ startMs: 0, endMs: 60_000 }]));
    await valueOf(library.progress.save(lectureId(id), { positionMs: 60_000, completed: true, watchedAtMs }));
  };
  return { ...opened, read, watch };
}

it('B5: who watched nothing is recommended nothing; after a lecture come courses like it, with their reasons', async () => {
  const { library, read, watch } = await begun();
  expect(await read()).toBeNull();
  await watch('seen-1');
  expect(await read()).toEqual([
    ['near', 'watched'],
    ['higher', 'watched'],
    ['half', 'watched'],
  ]);
  await watch('seen-2');
  expect(await read()).toContainEqual(['higher', 'next-level']);
  const [first] = (await valueOf(library.recommendations.read({ nowMs, language: 'en', limit: 1 }))) ?? [];
  expect(first).toMatchObject({
    head: { id: 'near', lectureCount: 2, completedCount: 0, durationMs: 120_000 },
    reason: { courseId: 'seen', courseTitle: 'seen seen' },
  });
});

it('B5: a look of long ago is no interest; half of a lecture is', async () => {
  const { library, read } = await begun();
  const look = { positionMs: 50_000, completed: false, watchedAtMs: nowMs - 400 * hourMs };
  await valueOf(library.progress.save(lectureId('seen-1'), look));
  await valueOf(library.study.addWatched(lectureId('seen-1'), [{ startMs: 0, endMs: 2000 }]));
  expect(await read()).toBeNull();
  await valueOf(library.study.addWatched(lectureId('seen-1'), [{ startMs: 0, endMs: 30_000 }]));
  expect(await read()).toContainEqual(['near', 'watched']);
});

it('B5: a lecture that was counted as watched by mistake, and then not, says nothing, and its course can be recommended', async () => {
  const { library, read, watch } = await begun();
  await watch('seen-1');
  const before = await read();
  const mark = (completed: boolean) =>
    library.study.mark({ lectureId: lectureId('near-1'), completed, watched: [], watchedAtMs: nowMs - 900 * hourMs });
  await valueOf(mark(true));
  expect(await read()).not.toEqual(before);
  await valueOf(mark(false));
  expect(await read()).toEqual(before);
});

it('B5: a changed catalogue is seen at once, a withdrawn course is not recommended and still tells what is liked', async () => {
  const { library, read, watch } = await begun();
  await watch('seen-1');
  expect(await read()).toContainEqual(['near', 'watched']);
  const rest = catalogue.filter(({ id }) => id !== 'near' && id !== 'seen');
  await valueOf(applyCatalogue(library, wholeCatalogue(...rest, course('new', ['memory', 'sleep'])), null));
  expect((await read())?.map(([id]) => id)).toEqual(['new', 'higher', 'half']);
});

it('B5 B2: a course that is not offered in the person’s region is not recommended', async () => {
  const { library, read, watch } = await begun();
  await watch('seen-1');
  expect((await read())?.map(([id]) => id)).toContain('near');
  const elsewhere = catalogue.map((each) => (each.id === 'near' ? { ...each, available: false } : each));
  await valueOf(applyCatalogue(library, wholeCatalogue(...elsewhere), null));
  expect((await read())?.map(([id]) => id)).not.toContain('near');
});

it('B5: a dismissed course stays away over a restart and comes back when that is undone', async () => {
  const { library, libraryKey, read, watch } = await begun();
  await watch('seen-1');
  const before = await read();
  await valueOf(library.recommendations.dismiss(courseId('near'), nowMs));
  await valueOf(library.recommendations.dismiss(courseId('near'), nowMs + 1));
  await valueOf(library.close());
  await valueOf(library.open(accountId('a'), libraryKey));
  expect((await read())?.map(([id]) => id)).not.toContain('near');
  await valueOf(library.recommendations.restore(courseId('near')));
  expect(await read()).toEqual(before);
});

it('B5: begun anew, nothing is dismissed, and only what is watched from then on counts', async () => {
  const { library, read, watch } = await begun();
  await watch('seen-1');
  await valueOf(library.recommendations.dismiss(courseId('near'), nowMs));
  await valueOf(library.recommendations.reset(nowMs));
  expect(await read()).toBeNull();
  await watch('other-1', nowMs + 1);
  await watch('half-1', nowMs + 2);
  const found = (await read())?.map(([id]) => id);
  expect(found).toContain('near');
  // Begun before: it says nothing more, and is still not new.
  expect(found).not.toContain('seen');
});

it('B5: what is kept for recommendations are these rows alone, and forgetting leaves none of them', async () => {
  const { library, libraryKey, userDataFolder, read, watch } = await begun();
  await watch('seen-1');
  const count = async () => {
    await valueOf(library.close());
    const { database } = openFile(userDataFolder, accountId('a'), libraryKey);
    const tables = database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'recommend%' ORDER BY name`)
      .pluck()
      .all() as string[];
    const counts = tables.map((name) => [name, database.prepare(`SELECT count(*) FROM ${name}`).pluck().get()]);
    database.close();
    await valueOf(library.open(accountId('a'), libraryKey));
    return Object.fromEntries(counts) as Record<string, number>;
  };
  await read();
  expect(await count()).toEqual({ recommendation_dismissed: 0, recommendation_start: 0 });
  await valueOf(library.recommendations.reset(nowMs - 5 * hourMs));
  await valueOf(library.recommendations.dismiss(courseId('near'), nowMs));
  expect(await count()).toEqual({ recommendation_dismissed: 1, recommendation_start: 1 });
  await valueOf(library.recommendations.forget());
  expect(await count()).toEqual({ recommendation_dismissed: 0, recommendation_start: 0 });
  expect((await read())?.[0]).toEqual(['near', 'watched']);
});
