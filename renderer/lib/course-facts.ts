import type { TFunction } from 'i18next';
import type { CourseCard } from '../../contract/domain/views.ts';
import type { Format } from './format.ts';

/** Facts in one line; where it breaks, the dot stays behind the fact before it. */
export function inOneLine(facts: readonly string[]): string {
  return facts.join('\u00a0· ');
}

/** Who teaches a course, how many lectures it has and how long they take. */
export function courseFacts(
  course: Pick<CourseCard, 'lecturerName' | 'lectureCount' | 'durationMs'>,
  t: TFunction,
  format: Pick<Format, 'duration'>,
): string {
  return inOneLine([
    course.lecturerName,
    t('courses.lectures', { count: course.lectureCount }),
    format.duration(course.durationMs),
  ]);
}
