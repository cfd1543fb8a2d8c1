import { useRouter } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block, Page } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { DownloadsNav } from '../../ui/downloads-nav.tsx';
import { DownloadLine } from './download-line.tsx';
import css from './downloads.module.css';
import { MeteredNotice } from './metered-notice.tsx';
import { QueueHead } from './queue-head.tsx';
import { QueueLines } from './queue-lines.tsx';

/** What is on its way and what is on this computer. */
export function DownloadsScreen(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useRequest('downloads.list', null);
  const storage = useRequest('storage.read', null).data;
  const error = useErrorWords(list.error ? toAppError(list.error) : null);
  const items = list.data ?? [];
  const here = items.filter((item) => item.state === 'complete');
  const coming = items.filter((item) => item.state !== 'complete');
  const lead =
    storage && items.length > 0
      ? t('downloads.lead', {
          count: here.length,
          used: format.bytes(storage.downloadedBytes),
          free: format.bytes(storage.freeBytes),
        })
      : ' ';
  return (
    <Page title={t('downloads.title')} lead={lead} actions={<DownloadsNav />}>
      {error && <ErrorNotice words={error} onAction={() => void list.refetch()} />}
      {list.isPending && (
        <Loading label={t('common.loading')}>
          <div className={css.skeleton}>
            {[0, 1, 2].map((index) => (
              <Skeleton key={index} height="88px" />
            ))}
          </div>
        </Loading>
      )}
      {list.data && items.length === 0 && <Nothing />}
      {coming.length > 0 && (
        <Block title={t('downloads.coming')}>
          <MeteredNotice items={coming} />
          <QueueHead items={coming} />
          <QueueLines items={coming} />
        </Block>
      )}
      {here.length > 0 && (
        <Block title={t('downloads.here')}>
          <ul className={css.lines}>
            {here.map((item) => (
              <DownloadLine key={item.lectureId} item={item} count={here.length} />
            ))}
          </ul>
        </Block>
      )}
    </Page>
  );
}

function Nothing(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <EmptyState
      icon={<Download size={24} />}
      title={t('downloads.emptyTitle')}
      action={
        <Button look="primary" onPress={() => void router.navigate({ to: '/courses' })}>
          {t('downloads.toCourses')}
        </Button>
      }
    >
      {t('downloads.emptyBody')}
    </EmptyState>
  );
}
