import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { requestKey, useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ServiceRecord } from './service-record.tsx';
import css from './your-data.module.css';

/** What the service has, asked anew each time; an older answer is never shown in place of a fresh one. */
export function AtService(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({
    queryKey: requestKey('data.service', null),
    queryFn: () => ask('data.service', null),
    staleTime: 0,
    gcTime: 0,
  });
  const overview = useRequest('data.overview', null).data;
  const lastMs = query.data?.askedAtMs ?? overview?.serviceAskedAtMs ?? null;
  return (
    <Block
      title={t('yourData.service')}
      aside={
        <Button size="small" isPending={query.isFetching} onPress={() => void query.refetch()}>
          {t('yourData.again')}
        </Button>
      }
    >
      {query.isPending && (
        <Loading label={t('common.loading')}>
          <div className={css.skeleton}>
            <Skeleton height="160px" />
            <Skeleton height="120px" />
          </div>
        </Loading>
      )}
      {query.isError && (
        <Notice title={t('yourData.serviceSilent')} spoken>
          {lastMs === null
            ? t('yourData.serviceSilentNever')
            : t('yourData.serviceSilentSince', { moment: format.moment(lastMs) })}
        </Notice>
      )}
      {query.isSuccess && (
        <>
          <p className={css.lead}>{t('yourData.serviceLead', { moment: format.moment(query.data.askedAtMs) })}</p>
          <ServiceRecord held={query.data} />
        </>
      )}
    </Block>
  );
}
