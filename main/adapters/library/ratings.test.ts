import { describe, expect, it } from 'vitest';
import type { RatingSubject, Stars } from '../../../contract/domain/rating.ts';
import { accountId, courseId, lectureId, valueOf } from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const course: RatingSubject = { kind: 'course', id: courseId('one') };
const lecture: RatingSubject = { kind: 'lecture', id: lectureId('one') };
const change = (subject: RatingSubject, stars: Stars | null, changedAtMs: number) => ({ subject, stars, changedAtMs });

describe('ratings in the library', () => {
  it('B7: a course and a lecture of the same id are two; a change answers the stars before, and all stays over closing', async () => {
    const { library, libraryKey } = await openLibrary();
    const { ratings } = library;
    expect(await valueOf(ratings.of(course))).toEqual({ stars: null, isSent: true });
    expect(await valueOf(ratings.change(change(course, 4, 10)))).toBe(null);
    expect(await valueOf(ratings.change(change(lecture, 2, 5)))).toBe(null);
    expect(await valueOf(ratings.change(change(course, 5, 20)))).toBe(4);
    await valueOf(library.close());
    await valueOf(library.open(accountId('a'), libraryKey));
    expect(await valueOf(ratings.of(course))).toEqual({ stars: 5, isSent: false });
    expect(await valueOf(ratings.unsent())).toEqual([change(lecture, 2, 5), change(course, 5, 20)]);
  });

  it('B7: what the service has heard is not told again, but a change that came meanwhile is; a withdrawal leaves nothing', async () => {
    const { ratings } = (await openLibrary()).library;
    await valueOf(ratings.change(change(course, 4, 10)));
    await valueOf(ratings.change(change(course, 3, 20)));
    await valueOf(ratings.sent(change(course, 4, 10)));
    expect(await valueOf(ratings.of(course))).toEqual({ stars: 3, isSent: false });
    await valueOf(ratings.sent(change(course, 3, 20)));
    expect(await valueOf(ratings.of(course))).toEqual({ stars: 3, isSent: true });
    expect(await valueOf(ratings.change(change(course, null, 30)))).toBe(3);
    await valueOf(ratings.sent(change(course, null, 30)));
    expect(await valueOf(ratings.of(course))).toEqual({ stars: null, isSent: true });
    expect(await valueOf(ratings.unsent())).toEqual([]);
  });

  it('B7: a clock that was turned back does not make the last word an older one', async () => {
    const { ratings } = (await openLibrary()).library;
    await valueOf(ratings.change(change(course, 4, 1000)));
    await valueOf(ratings.change(change(course, 1, 500)));
    expect(await valueOf(ratings.unsent())).toEqual([change(course, 1, 1001)]);
  });

  it('B7: takes what the service has; only a later change of this computer stays', async () => {
    const { ratings } = (await openLibrary()).library;
    await valueOf(ratings.change(change(course, 4, 100)));
    await valueOf(ratings.change(change(lecture, 1, 100)));
    const other: RatingSubject = { kind: 'course', id: courseId('other') };
    const known = [change(course, 2, 50), change(lecture, 5, 150), change(other, 3, 7)];
    expect(await valueOf(ratings.takeAll(known))).toBe(true);
    expect(await valueOf(ratings.of(course))).toEqual({ stars: 4, isSent: false });
    expect(await valueOf(ratings.of(lecture))).toEqual({ stars: 5, isSent: true });
    expect(await valueOf(ratings.of(other))).toEqual({ stars: 3, isSent: true });
    expect(await valueOf(ratings.takeAll(known))).toBe(false);
    // Withdrawn on another computer.
    expect(await valueOf(ratings.takeAll([]))).toBe(true);
    expect(await valueOf(ratings.of(lecture))).toEqual({ stars: null, isSent: true });
    expect(await valueOf(ratings.of(course))).toEqual({ stars: 4, isSent: false });
  });
});
