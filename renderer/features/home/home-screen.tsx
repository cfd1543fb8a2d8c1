import { CloudOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseId } from '../../../contract/domain/ids.ts';
import type { HomeView } from '../../../contract/domain/views.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useAsk, useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ForYou } from './for-you/for-you.tsx';
import { HomeSkeleton } from './home-skeleton.tsx';
import { OfflineLine } from './offline-line.tsx';
import { ContinueRow, CoursesRow, MyListRow, NewRow, NextUpRow } from './rows.tsx';

/** Where a person left off, and what there is. */
export function HomeScreen(): ReactNode {
  const { t } = useTranslation();
  const home = useRequest('catalogue.home', null);
  // Their rows stand above the courses: nothing is to jump when they come.
  const isWaiting = [useRequest('catalogue.nextUp', null), useRequest('list.read', null)].some(
    ({ isPending }) => isPending,
  );
  const account = useRequest('account.read', null).data;
  const error = useErrorWords(home.error ? toAppError(home.error) : null);
  const name = account?.kind === 'signed-in' ? account.name.trim().split(/\s+/u)[0] : '';
  const offline = account?.kind === 'signed-in' && account.network === 'offline';
  return (
    <Page title={t('home.title', { name })}>
      {error && <ErrorNotice words={error} onAction={() => void home.refetch()} />}
      {(home.isPending || (home.data && isWaiting)) && <HomeSkeleton />}
      {home.data && offline && home.data.state === 'ready' && <OfflineLine />}
      {home.data && !isWaiting && <HomeContent home={home.data} offline={offline} />}
    </Page>
  );
}

/** Row under row; each shows itself only when it has something. */
function HomeContent({ home, offline }: { readonly home: HomeView; readonly offline: boolean }): ReactNode {
  // What was new when the screen was opened stays so while it is looked at; what comes is added.
  const [newIds, setNewIds] = useState<ReadonlySet<CourseId>>(() => new Set(home.newCourseIds));
  if (home.newCourseIds.some((id) => !newIds.has(id))) setNewIds(new Set([...newIds, ...home.newCourseIds]));
  if (home.state === 'never-fetched') return <NeverFetched offline={offline} />;
  const fresh = home.courses.filter(({ id }) => newIds.has(id));
  const older = home.courses.filter(({ id }) => !newIds.has(id));
  return (
    <>
      <ContinueRow items={home.continueWatching} />
      <NextUpRow />
      <MyListRow />
      <ForYou />
      <NewRow courses={fresh} />
      <CoursesRow courses={older} isAll={fresh.length === 0} />
    </>
  );
}

/** No catalogue yet: nothing is wrong, it was only never fetched. */
function NeverFetched({ offline }: { readonly offline: boolean }): ReactNode {
  const { t } = useTranslation();
  const refreshing = useAsk('catalogue.refresh');
  const home = useRequest('catalogue.home', null);
  const error = useErrorWords(refreshing.error ? toAppError(refreshing.error) : null);
  return (
    <>
      {error && <ErrorNotice words={error} />}
      <EmptyState
        icon={<CloudOff size={24} />}
        title={offline ? t('home.neverOfflineTitle') : t('home.neverTitle')}
        action={
          <Button
            look="primary"
            isPending={refreshing.isPending}
            onPress={() => {
              refreshing.mutate(null, { onSuccess: () => void home.refetch() });
            }}
          >
            {t('home.fetch')}
          </Button>
        }
      >
        {offline ? t('home.neverOfflineBody') : t('home.neverBody')}
      </EmptyState>
    </>
  );
}
