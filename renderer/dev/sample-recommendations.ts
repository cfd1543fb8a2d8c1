import type { RecommendationReason, RecommendedCourse } from '../../contract/domain/recommendation.ts';
import type { CourseId } from '../../contract/domain/ids.ts';
import type { Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { courses } from './sample-data.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const seeking = { courseId: 'seeking' as CourseId, courseTitle: 'How Video Finds Its Place' };
const reasons: readonly (readonly [string, RecommendationReason])[] = [
  ['memory', { kind: 'watched', ...seeking }],
  ['choir', { kind: 'lecturer', lecturerName: 'Павел Седов' }],
  ['maps', { kind: 'topic', topic: 'history-of-science' }],
  ['chance', { kind: 'next-level', ...seeking }],
  ['seeking', { kind: 'topic', topic: 'video' }],
];

/** Recommendations that can be dismissed and undone; `&for-you=new|none`: nothing watched, nothing alike. */
export function recommendationAnswers(asked: URLSearchParams, allowed: () => boolean): Answers {
  const kind = asked.get('for-you');
  const dismissed = new Set<string>();
  let isNew = kind === 'new';
  const items = (): readonly RecommendedCourse[] =>
    reasons.flatMap(([id, reason]) => {
      const course = courses.find((each) => each.id === id);
      return course && !dismissed.has(id) ? [{ course: { ...course, completedCount: 0 }, reason }] : [];
    });
  return {
    'recommendations.read': () => {
      if (!allowed()) return ok({ state: 'off' });
      return ok(isNew ? { state: 'nothing-watched' } : { state: 'ready', items: kind === 'none' ? [] : items() });
    },
    'recommendations.dismiss': ({ courseId }) => {
      dismissed.add(courseId);
      return ok(null);
    },
    'recommendations.restore': ({ courseId }) => {
      dismissed.delete(courseId);
      return ok(null);
    },
    'recommendations.reset': () => {
      isNew = true;
      return ok(null);
    },
  };
}
