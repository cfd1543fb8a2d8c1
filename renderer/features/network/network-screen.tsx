import { Radio } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay } from '../../../contract/domain/local-day.ts';
import type { NetworkSummary } from '../../../contract/domain/network.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { useNow } from '../../lib/use-now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { Keeping } from './network-actions.tsx';
import { NetworkList } from './network-list.tsx';
import { NetworkPlot } from './network-plot.tsx';
import css from './network.module.css';
import { askedOf, type NetworkSearch } from './network-search.ts';

const minuteMs = 60_000;

/** What went over the network: in one sentence, by day, and one by one. */
export function NetworkScreen(props: {
  readonly search: NetworkSearch;
  readonly onSearch: (search: NetworkSearch) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { search, onSearch } = props;
  const { source } = askedOf(search);
  const today = localDay(useNow(minuteMs), (timeMs) => -new Date(timeMs).getTimezoneOffset());
  const query = useRequest('network.summary', { source });
  const error = useErrorWords(query.error ? toAppError(query.error) : null);
  const summary = query.data;
  return (
    <PrivacyPage place="network">
      <Segmented
        label={t('network.source.label')}
        value={source}
        onChange={(id) => onSearch(id === 'computer' ? { of: 'computer' } : {})}
        options={[
          { id: 'account', label: t('network.source.account') },
          { id: 'computer', label: t('network.source.computer') },
        ]}
      />
      {error && <ErrorNotice words={error} onAction={() => void query.refetch()} className={css.words ?? ''} />}
      {query.isPending && (
        <Loading label={t('common.loading')}>
          <div className={css.skeleton}>
            <Skeleton height="84px" />
            <Skeleton height="220px" />
          </div>
        </Loading>
      )}
      {summary && (
        <>
          <Sentence summary={summary} />
          {summary.totals.requestCount > 0 ? (
            <>
              <NetworkPlot days={summary.days} today={today} />
              <NetworkList summary={summary} search={search} onSearch={onSearch} />
            </>
          ) : (
            <EmptyState icon={<Radio size={24} />} title={t('network.emptyTitle')}>
              {t('network.emptyBody')}
            </EmptyState>
          )}
          <Keeping search={search} nextPurgeAtMs={summary.nextPurgeAtMs} />
        </>
      )}
    </PrivacyPage>
  );
}

function Sentence({ summary }: { readonly summary: NetworkSummary }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { totals, hosts, sinceMs } = summary;
  const date = sinceMs === null ? '' : format.date(new Date(sinceMs).toISOString());
  const requests = t('network.requests', { count: totals.sentCount, number: format.number(totals.sentCount) });
  const [host] = hosts;
  const words = { date, requests, host: host?.host ?? '', hosts: format.list(hosts.map((each) => each.host)) };
  return (
    <div className={css.lead}>
      {host !== undefined && (
        <p className={css.sentence}>
          {t(hosts.length === 1 ? 'network.sentence.one' : 'network.sentence.several', words)}
        </p>
      )}
      {host === undefined && sinceMs !== null && (
        <p className={css.sentence}>{t('network.sentence.nothing', { date })}</p>
      )}
      <p className={css.words}>
        {host !== undefined &&
          t('network.amount', {
            sent: format.bytes(totals.sentBytes),
            received: format.bytes(totals.receivedBytes),
          })}{' '}
        {summary.isCleared && t('network.countsSince')}
      </p>
      {totals.refusedCount > 0 && (
        <Notice tone="amber" title={t('network.refusedTitle', { count: totals.refusedCount })}>
          {t('network.refusedBody', { hosts: format.list(summary.refusedHosts) })}
        </Notice>
      )}
      {summary.missedCount > 0 && (
        <Notice tone="brick" title={t('network.missedTitle', { count: summary.missedCount })}>
          {t('network.missedBody')}
        </Notice>
      )}
    </div>
  );
}
