import { expect, it } from 'vitest';
import { CourseId } from '../../../../../../contract/domain/ids.ts';
import { halfLifeDays, interestOf } from './interest.ts';
import { dayMs, nowMs, watched } from './testing/sample-facts.ts';

const weight = (...lectures: readonly ReturnType<typeof watched>[]) =>
  interestOf(lectures, nowMs).get(CourseId.parse('c')) ?? 0;
const daysAgo = (days: number) => ({ watchedAtMs: nowMs - days * dayMs });

it('B5: completed counts more than half watched, that more than a look, and a look of long ago counts against', () => {
  const part = (share: number, days = 0) => weight(watched('c', { completed: false, share, ...daysAgo(days) }));
  expect(weight(watched('c'))).toBeGreaterThan(part(0.9));
  expect(part(0.9)).toBeGreaterThan(part(0.3));
  expect(part(0.3)).toBeGreaterThan(part(0.02));
  expect(part(0.02)).toBeGreaterThan(0);
  expect(part(0.02, 8)).toBeLessThan(0);
});

it('B5: after its half-life what was watched says half as much, and a clock turned back makes nothing greater', () => {
  const now = Math.expm1(weight(watched('c')));
  expect(Math.expm1(weight(watched('c', daysAgo(halfLifeDays))))).toBeCloseTo(now / 2);
  expect(weight(watched('c', daysAgo(-400)))).toBe(weight(watched('c')));
});

it('B5: each further lecture of a course adds less', () => {
  const of = (count: number) => weight(...Array.from({ length: count }, () => watched('c')));
  expect(of(2)).toBeGreaterThan(of(1));
  expect(of(20) - of(19)).toBeLessThan((of(2) - of(1)) / 5);
});
