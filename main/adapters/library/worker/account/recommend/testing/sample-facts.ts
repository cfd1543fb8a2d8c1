import { CourseId } from '../../../../../../../contract/domain/ids.ts';
import type { CourseFacts } from '../course-facts.ts';
import type { WatchedLecture } from '../interest.ts';

/** The moment of these tests. */
export const nowMs = Date.UTC(2026, 5, 1);
export const dayMs = 86_400_000;

/** A course that has nothing in common with another one but its level, unless told so. */
export function facts(id: string, change: Partial<CourseFacts> = {}): CourseFacts {
  return {
    id: CourseId.parse(id),
    title: '',
    text: '',
    topics: [],
    lecturer: { id: `lecturer-${id}`, name: `Lecturer of ${id}` },
    level: 'beginner',
    language: 'en',
    isOffered: true,
    ...change,
  };
}

/** A lecture of a course that was watched to its end just now, unless told otherwise. */
export function watched(id: string, change: Partial<WatchedLecture> = {}): WatchedLecture {
  return { courseId: CourseId.parse(id), completed: true, share: 1, watchedAtMs: nowMs, ...change };
}
