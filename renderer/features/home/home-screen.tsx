import { BookOpen, CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeView } from '../../../contract/domain/views.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useAsk, useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { CardGrid } from '../../ui/course-card.tsx';
import { CourseLinkCard } from '../../ui/course-link-card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block, Page } from '../../ui/page.tsx';
import { ContinueHero } from './continue-hero.tsx';
import { ContinueSmall } from './continue-small.tsx';
import { ForYou } from './for-you/for-you.tsx';
import css from './home.module.css';
import { HomeSkeleton } from './home-skeleton.tsx';
import { OfflineLine } from './offline-line.tsx';

/** Where a person left off, and what there is. */
export function HomeScreen(): ReactNode {
  const { t } = useTranslation();
  const home = useRequest('catalogue.home', null);
  const account = useRequest('account.read', null).data;
  const error = useErrorWords(home.error ? toAppError(home.error) : null);
  const name = account?.kind === 'signed-in' ? account.name.trim().split(/\s+/u)[0] : '';
  const offline = account?.kind === 'signed-in' && account.network === 'offline';
  return (
    <Page title={t('home.title', { name })}>
      {error && <ErrorNotice words={error} onAction={() => void home.refetch()} />}
      {home.isPending && <HomeSkeleton />}
      {home.data && offline && home.data.state === 'ready' && <OfflineLine />}
      {home.data && <HomeContent home={home.data} offline={offline} />}
    </Page>
  );
}

function HomeContent({ home, offline }: { readonly home: HomeView; readonly offline: boolean }): ReactNode {
  const { t } = useTranslation();
  if (home.state === 'never-fetched') return <NeverFetched offline={offline} />;
  const [first, ...more] = home.continueWatching;
  return (
    <>
      {first && (
        <Block title={t('home.continue')}>
          <ContinueHero item={first} />
          {more.length > 0 && (
            <ul className={css.more}>
              {more.slice(0, 4).map((item) => (
                <ContinueSmall key={item.lectureId} item={item} />
              ))}
            </ul>
          )}
        </Block>
      )}
      <ForYou />
      <Block title={t('home.courses')}>
        {home.courses.length === 0 ? (
          <EmptyState icon={<BookOpen size={24} />} title={t('courses.emptyTitle')}>
            {t('courses.emptyBody')}
          </EmptyState>
        ) : (
          <CardGrid>
            {home.courses.map((course) => (
              <CourseLinkCard key={course.id} course={course} />
            ))}
          </CardGrid>
        )}
      </Block>
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
