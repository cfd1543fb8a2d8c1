import { expect, it } from 'vitest';
import type { CourseId } from '../../../contract/domain/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { CourseBrief, Library } from '../../ports.ts';
import { createBrowse, pieceSize } from './browse.ts';

const brief = (index: number) =>
  ({ id: `c${index}` as CourseId, publishedAt: '2026', coverAssetId: `p${index}` }) as unknown as CourseBrief;

it.each([
  [pieceSize, { publishedAt: '2026', courseId: `c${pieceSize - 1}` }],
  [pieceSize - 1, null],
  [0, null],
])('B1: of a catalogue with %d courses left, the next piece begins at %j', async (count, next) => {
  const courses = Array.from({ length: count }, (_, index) => brief(index));
  const library = { browse: { courses: () => Promise.resolve(ok(courses)) } } as unknown as Library;
  const answer = await createBrowse({ library }).courses(null);
  expect(answer.ok && answer.value.next).toEqual(next);
  const first = answer.ok ? answer.value.courses[0] : undefined;
  expect(first).toEqual(count === 0 ? undefined : { id: 'c0', publishedAt: '2026', coverUrl: 'lecture://cover/p0' });
});

it('B1: a lecturer of whom nothing is taught any more is not found', async () => {
  const library = { browse: { lecturer: () => Promise.resolve(ok(null)) } } as unknown as Library;
  expect(await createBrowse({ library }).lecturer('x')).toMatchObject({ error: { code: 'not-found' } });
});
