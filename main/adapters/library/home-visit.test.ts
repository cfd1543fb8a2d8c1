import { expect, it } from 'vitest';
import { applyCatalogue, sampleCourse, sampleLecture, valueOf, wholeCatalogue } from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startMs = Date.UTC(2026, 5, 1);
const course = (id: string, publishedMs: number) =>
  sampleCourse(id, [sampleLecture(`${id}-1`)], { publishedAt: new Date(publishedMs).toISOString() });

async function scene() {
  const { library } = await openLibrary();
  const courses = [course('old', startMs - 200 * dayMs), course('lately', startMs - 20 * dayMs)];
  const publish = async (...more: readonly ReturnType<typeof course>[]) => {
    courses.push(...more);
    await valueOf(applyCatalogue(library, wholeCatalogue(...courses), null));
  };
  await publish();
  return { publish, visit: (nowMs: number) => valueOf(library.browse.visitHome(nowMs)) };
}

it('B6: at the first visit what was published within thirty days is new, and stays so for as long as the visit', async () => {
  const { visit } = await scene();
  expect(await visit(startMs)).toEqual(['lately']);
  expect(await visit(startMs + 3 * hourMs)).toEqual(['lately']);
  expect(await visit(startMs + 6 * hourMs)).toEqual(['lately']);
  expect(await visit(startMs + 11 * hourMs)).toEqual([]);
});

it('B6: then what came since the last visit is new, also when it was published before that, and what comes meanwhile too', async () => {
  const { visit, publish } = await scene();
  await visit(startMs);
  await publish(course('late-to-come', startMs - dayMs));
  expect(await visit(startMs + 2 * dayMs)).toEqual(['late-to-come']);
  await publish(course('just-now', startMs + 2 * dayMs));
  expect(await visit(startMs + 2 * dayMs + hourMs)).toEqual(['just-now', 'late-to-come']);
  expect(await visit(startMs + 3 * dayMs)).toEqual([]);
});

it('B6: who was away for very long is shown what is not older than sixty days', async () => {
  const { visit, publish } = await scene();
  await visit(startMs);
  await publish(course('a', startMs + 10 * dayMs), course('b', startMs + 100 * dayMs));
  expect(await visit(startMs + 120 * dayMs)).toEqual(['b']);
});

it('B6: a clock that was a year ahead and is set right makes nothing new for a year', async () => {
  const { visit, publish } = await scene();
  await visit(startMs);
  await publish(course('ahead', startMs + dayMs));
  expect(await visit(startMs + 365 * dayMs)).toEqual([]);
  await publish(course('then', startMs + 2 * dayMs));
  await visit(startMs + 365 * dayMs);
  await visit(startMs + 2 * dayMs);
  expect(await visit(startMs + 3 * dayMs)).toEqual([]);
});
