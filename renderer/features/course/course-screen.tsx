import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../../contract/domain/course.ts';
import type { CourseId } from '../../../contract/domain/ids.ts';
import type { CourseDetail } from '../../../contract/domain/views.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { OwnRating } from '../../ui/own-rating.tsx';
import css from './course.module.css';
import { CourseHead } from './course-head.tsx';
import { CourseSkeleton } from './course-skeleton.tsx';
import { KeepReady } from './keep-ready.tsx';
import { LectureLine } from './lecture-line.tsx';
import { SectionHead } from './section-head.tsx';
import { WhatYouGet } from './what-you-get.tsx';

/** One course: what it is, who teaches, its lectures. */
export function CourseScreen({ courseId }: { readonly courseId: CourseId }): ReactNode {
  const course = useRequest('catalogue.course', { courseId });
  const error = useErrorWords(course.error ? toAppError(course.error) : null);
  return (
    <div className={css.page}>
      {error && <ErrorNotice words={error} onAction={() => void course.refetch()} />}
      {course.isPending && <CourseSkeleton />}
      {course.data && <Content course={course.data} />}
    </div>
  );
}

function Content({ course }: { readonly course: CourseDetail }): ReactNode {
  const { t } = useTranslation();
  const settings = useRequest('settings.read', null).data;
  const [chosen, setChosen] = useState<Quality | null>(null);
  const quality = chosen ?? course.chosenQuality ?? settings?.downloadQuality ?? '720p';
  const starts = sectionStarts(course);
  return (
    <>
      <CourseHead course={course} quality={quality} onQuality={setChosen} />
      <div className={css.columns}>
        <div className={css.sections}>
          {course.available && <KeepReady course={course} />}
          {course.sections.map((section, sectionIndex) => (
            <section key={section.id} className={css.section} aria-label={section.title}>
              <SectionHead
                section={section}
                language={course.language}
                quality={quality}
                isOnly={course.sections.length === 1 || !course.available}
              />
              <ol className={css.lectures}>
                {section.lectures.map((lecture, index) => (
                  <LectureLine
                    key={lecture.id}
                    lecture={lecture}
                    number={(starts[sectionIndex] ?? 0) + index + 1}
                    language={course.language}
                    quality={quality}
                    offered={course.available}
                  />
                ))}
              </ol>
            </section>
          ))}
        </div>
        <aside className={css.about} aria-label={t('course.about')}>
          <h2 className={css.sectionTitle}>{t('course.about')}</h2>
          <div className={css.prose} lang={course.language}>
            {course.description
              .split(/\n{2,}/u)
              .filter((text) => text.trim() !== '')
              .map((text) => (
                <p key={text}>{text}</p>
              ))}
          </div>
          <WhatYouGet course={course} />
          <h2 className={css.sectionTitle}>{t('course.lecturer')}</h2>
          <p className={css.lecturer}>
            <Link to="/lecturers/$lecturerId" params={{ lecturerId: course.lecturer.id }} className={css.inline ?? ''}>
              {course.lecturer.name}
            </Link>
          </p>
          {course.lecturer.about !== '' && (
            <p className={css.prose} lang={course.language}>
              {course.lecturer.about}
            </p>
          )}
          <h2 className={css.sectionTitle}>{t('rating.own')}</h2>
          <OwnRating subject={{ kind: 'course', id: course.id }} label={t('rating.own')} />
        </aside>
      </div>
    </>
  );
}

/** How many lectures come before each section. */
function sectionStarts(course: CourseDetail): readonly number[] {
  return course.sections.map((_, index) =>
    course.sections.slice(0, index).reduce((sum, section) => sum + section.lectures.length, 0),
  );
}
