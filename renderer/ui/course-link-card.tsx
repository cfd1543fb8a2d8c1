import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseCard } from '../../contract/domain/views.ts';
import { useFormat } from '../lib/format.ts';
import { CoverCard } from './course-card.tsx';

/** A course as a card that opens it: lecturer, lectures, length, and how much is watched. */
export function CourseLinkCard(props: { readonly course: CourseCard; readonly headingLevel?: 'h2' | 'h3' }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { course } = props;
  return (
    <CoverCard
      headingLevel={props.headingLevel ?? 'h3'}
      title={course.title}
      language={course.language}
      coverUrl={course.coverUrl}
      meta={[
        course.lecturerName,
        t('courses.lectures', { count: course.lectureCount }),
        format.duration(course.durationMs),
      ].join(' · ')}
      share={course.completedCount > 0 ? course.completedCount / course.lectureCount : null}
      link={(content, className) => (
        <Link to="/courses/$courseId" params={{ courseId: course.id }} className={className}>
          {content}
        </Link>
      )}
    />
  );
}
