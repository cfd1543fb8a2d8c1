import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LecturerView } from '../../../contract/domain/browse.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { CardGrid } from '../../ui/course-card.tsx';
import { CourseLinkCard } from '../../ui/course-link-card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block, Page } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import css from './lecturer.module.css';

/** Who teaches, and what. */
export function LecturerScreen({ lecturerId }: { readonly lecturerId: string }): ReactNode {
  const { t } = useTranslation();
  const found = useRequest('catalogue.lecturer', { lecturerId });
  const error = useErrorWords(found.error ? toAppError(found.error) : null);
  if (found.data) return <Known {...found.data} />;
  return (
    <Page title={t('course.lecturer')}>
      {error && <ErrorNotice words={error} onAction={() => void found.refetch()} />}
      {found.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton width="60%" height="24px" />
        </Loading>
      )}
    </Page>
  );
}

function Known({ lecturer, courses }: LecturerView): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = (key: 'lectureCount' | 'durationMs') => courses.reduce((total, course) => total + course[key], 0);
  return (
    <Page
      title={lecturer.name}
      lead={[
        t('courses.count', { count: courses.length }),
        t('courses.lectures', { count: sum('lectureCount') }),
        format.duration(sum('durationMs')),
      ].join(' · ')}
    >
      {lecturer.about !== '' && (
        <p className={css.about} lang={courses[0]?.language}>
          {lecturer.about}
        </p>
      )}
      <Block title={t('courses.title')}>
        <CardGrid>
          {courses.map((course) => (
            <CourseLinkCard key={course.id} course={course} isLecturers />
          ))}
        </CardGrid>
      </Block>
    </Page>
  );
}
