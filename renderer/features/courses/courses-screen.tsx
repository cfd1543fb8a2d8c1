import { BookOpen } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrowseCard } from '../../../contract/domain/browse.ts';
import { useCourses, useHereCounts, useIsOffline } from '../../lib/courses.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useAsk } from '../../lib/requests.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import css from './course-filters.module.css';
import { CourseFilters } from './course-filters.tsx';
import { CoursesGrid } from './courses-grid.tsx';
import { CoursesSkeleton } from './courses-skeleton.tsx';
import { type CoursesSearch, filtersOf, narrow, order, without } from './filter.ts';
import { NothingLeft } from './nothing-left.tsx';

interface CoursesScreenProps {
  readonly search: CoursesSearch;
  readonly onSearch: (search: CoursesSearch) => void;
}

/** Every course of the catalogue, and the way to the one that is looked for. */
export function CoursesScreen(props: CoursesScreenProps): ReactNode {
  const { t } = useTranslation();
  const courses = useCourses();
  const refreshing = useAsk('catalogue.refresh');
  const show = useToasts((state) => state.show);
  const failure = courses.error ?? refreshing.error;
  const error = useErrorWords(failure ? toAppError(failure) : null);
  const offline = useIsOffline();
  const fetchNew = (): void => {
    refreshing.mutate(null, {
      onSuccess: ({ changed }) => {
        show({ text: changed ? t('courses.changed') : t('courses.unchanged') });
        void courses.refetch();
      },
    });
  };
  return (
    <Page
      title={t('courses.title')}
      actions={
        <Button isPending={refreshing.isPending} onPress={fetchNew}>
          {refreshing.isPending ? t('courses.refreshing') : t('courses.refresh')}
        </Button>
      }
    >
      {error && <ErrorNotice words={error} onAction={courses.error ? () => void courses.refetch() : fetchNew} />}
      {courses.isPending && <CoursesSkeleton />}
      {courses.data?.length === 0 && (
        <EmptyState icon={<BookOpen size={24} />} title={t('courses.emptyTitle')}>
          {offline ? t('home.neverOfflineBody') : t('courses.emptyBody')}
        </EmptyState>
      )}
      {courses.data && courses.data.length > 0 && <Narrowed courses={courses.data} {...props} />}
    </Page>
  );
}

function Narrowed(props: CoursesScreenProps & { readonly courses: readonly BrowseCard[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const here = useHereCounts();
  const { courses, search, onSearch } = props;
  const ordered = useMemo(() => order(courses, search.sort, format.compare), [courses, search.sort, format]);
  const left = useMemo(() => narrow(ordered, search, here), [ordered, search, here]);
  const filters = filtersOf(search);
  return (
    <>
      <CourseFilters {...props} here={here} />
      <div className={css.left}>
        <p role="status">
          {filters.length === 0
            ? t('courses.count', { count: courses.length })
            : t('browse.left', { left: format.number(left.length), count: courses.length })}
        </p>
        {filters.length > 0 && left.length > 0 && (
          <LinkButton
            onPress={() => {
              onSearch(without(search, ...filters));
            }}
          >
            {t('browse.clear')}
          </LinkButton>
        )}
      </div>
      {left.length === 0 ? <NothingLeft {...props} here={here} /> : <CoursesGrid courses={left} />}
    </>
  );
}
