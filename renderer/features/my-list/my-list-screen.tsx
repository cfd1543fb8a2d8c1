import { useRouter } from '@tanstack/react-router';
import { Bookmark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { keyOfThing, thingOf } from '../../lib/my-list.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ListLine } from '../../ui/list-line.tsx';
import { Page } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { SmallItems } from '../../ui/small-item.tsx';

/** Courses and lectures that the person put aside, newest first. */
export function MyListScreen(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const list = useRequest('list.read', null);
  const error = useErrorWords(list.error ? toAppError(list.error) : null);
  return (
    <Page
      narrow
      title={t('frame.myList')}
      {...(list.data && list.data.length > 0 ? { lead: t('myList.count', { count: list.data.length }) } : {})}
    >
      {error && <ErrorNotice words={error} onAction={() => void list.refetch()} />}
      {list.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton height="88px" />
        </Loading>
      )}
      {list.data?.length === 0 && (
        <EmptyState
          icon={<Bookmark size={24} />}
          title={t('myList.emptyTitle')}
          action={
            <Button look="primary" onPress={() => void router.navigate({ to: '/courses' })}>
              {t('errorAction.courses')}
            </Button>
          }
        >
          {t('myList.emptyBody')}
        </EmptyState>
      )}
      <SmallItems wide>
        {list.data?.map((item) => (
          <ListLine key={keyOfThing(thingOf(item))} item={item} acts headingLevel="h2" />
        ))}
      </SmallItems>
    </Page>
  );
}
