import { describe, expect, it } from 'vitest';
import { valueOf } from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

describe('the count of lectures played', () => {
  it('F2: counts a day, begins anew on the next, and is forgotten', async () => {
    const { usage } = (await openLibrary()).library;
    for (const day of ['2026-03-11', '2026-03-12', '2026-03-12']) await valueOf(usage.note(day));
    expect(await valueOf(usage.before('2026-03-12'))).toBeNull();
    expect(await valueOf(usage.before('2026-03-13'))).toEqual({ day: '2026-03-12', lectureCount: 2 });
    await valueOf(usage.forget());
    expect(await valueOf(usage.before('2026-03-13'))).toBeNull();
  });
});
