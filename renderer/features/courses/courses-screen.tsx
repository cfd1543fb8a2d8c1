import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useAsk, useRequest } from '../../lib/requests.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { CardGrid } from '../../ui/course-card.tsx';
import { CourseLinkCard } from '../../ui/course-link-card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { CoursesSkeleton } from './courses-skeleton.tsx';

/** Every course of the catalogue. */
export function CoursesScreen(): ReactNode {
  const { t } = useTranslation();
  const home = useRequest('catalogue.home', null);
  const account = useRequest('account.read', null).data;
  const refreshing = useAsk('catalogue.refresh');
  const show = useToasts((state) => state.show);
  const failure = home.error ?? refreshing.error;
  const error = useErrorWords(failure ? toAppError(failure) : null);
  const courses = home.data?.courses ?? [];
  const offline = account?.kind === 'signed-in' && account.network === 'offline';
  const fetchNew = (): void => {
    refreshing.mutate(null, {
      onSuccess: ({ changed }) => {
        show({ text: changed ? t('courses.changed') : t('courses.unchanged') });
        void home.refetch();
      },
    });
  };
  return (
    <Page
      title={t('courses.title')}
      {...(courses.length > 0 ? { lead: t('courses.count', { count: courses.length }) } : {})}
      actions={
        <Button isPending={refreshing.isPending} onPress={fetchNew}>
          {refreshing.isPending ? t('courses.refreshing') : t('courses.refresh')}
        </Button>
      }
    >
      {error && <ErrorNotice words={error} onAction={home.error ? () => void home.refetch() : fetchNew} />}
      {home.isPending && <CoursesSkeleton />}
      {home.data && courses.length === 0 && (
        <EmptyState icon={<BookOpen size={24} />} title={t('courses.emptyTitle')}>
          {offline ? t('home.neverOfflineBody') : t('courses.emptyBody')}
        </EmptyState>
      )}
      <CardGrid>
        {courses.map((course) => (
          <CourseLinkCard key={course.id} course={course} headingLevel="h2" />
        ))}
      </CardGrid>
    </Page>
  );
}
