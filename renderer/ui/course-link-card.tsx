import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseCard } from '../../contract/domain/views.ts';
import { useFormat } from '../lib/format.ts';
import { useIsNewCourse } from '../lib/new-courses.ts';
import css from './course-card.module.css';
import { CoverCard } from './course-card.tsx';
import { CourseState } from './course-state.tsx';
import { Popularity } from './popularity.tsx';

/** A course as a card that opens it: lecturer, lectures, length, how much is watched, and what of it is here. */
export function CourseLinkCard(props: {
  readonly course: CourseCard;
  readonly headingLevel?: 'h2' | 'h3';
  /** Said by whoever keeps it longer than main does. */
  readonly isNew?: boolean;
  /** On the page of who teaches it: no way there. */ readonly isLecturers?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { course } = props;
  const isNew = useIsNewCourse(course.id);
  const { lecturerId, lecturerName } = course;
  return (
    <CoverCard
      headingLevel={props.headingLevel ?? 'h3'}
      isNew={(props.isNew ?? isNew) && course.completedCount === 0}
      title={course.title}
      language={course.language}
      coverUrl={course.coverUrl}
      meta={
        <>
          {lecturerId === undefined || props.isLecturers ? (
            lecturerName
          ) : (
            <Link to="/lecturers/$lecturerId" params={{ lecturerId }} className={css.lecturer ?? ''}>
              {lecturerName}
            </Link>
          )}
          {` · ${[t('courses.lectures', { count: course.lectureCount }), format.duration(course.durationMs)].join(' · ')}`}
        </>
      }
      share={course.completedCount > 0 ? course.completedCount / course.lectureCount : null}
      state={
        <>
          <Popularity short popularity={course.popularity} />
          <CourseState course={course} />
        </>
      }
      link={(content, className) => (
        <Link to="/courses/$courseId" params={{ courseId: course.id }} className={className}>
          {content}
        </Link>
      )}
    />
  );
}
