import { ArrowUp, Pause, Play } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkSummary } from '../../../contract/domain/network.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ExportButton } from './network-actions.tsx';
import { NetworkFilters } from './network-filters.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import css from './network.module.css';
import type { NetworkSearch } from './network-search.ts';
import { NetworkTable } from './network-table.tsx';
import { useNetworkList } from './use-network-list.ts';

/** The requests one by one, live while their beginning is in sight and nobody made them stand still. */
export function NetworkList(props: {
  readonly summary: NetworkSummary;
  readonly search: NetworkSearch;
  readonly onSearch: (search: NetworkSearch) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [isPaused, setPaused] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const isTopInSight = useInSight(top);
  const list = useNetworkList(props.search, !isPaused && isTopInSight);
  const error = useErrorWords(list.error);
  const requests = (count: number): string => t('network.requests', { count, number: format.number(count) });
  return (
    <Block
      title={t('network.list')}
      aside={
        <div className={css.aside}>
          <Toggle isSelected={isPaused} onChange={setPaused}>
            {isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
            {t('network.pause')}
          </Toggle>
          <ExportButton search={props.search} />
        </div>
      }
    >
      {isPaused && <p className={css.words}>{t('network.pausedBody')}</p>}
      <NetworkFilters summary={props.summary} search={props.search} onSearch={props.onSearch} />
      <div ref={top} className={css.top}>
        <p className={css.count} role="status">
          {list.count !== null && requests(list.count)}
        </p>
        {list.newCount > 0 && (
          <Button
            size="small"
            icon={<ArrowUp size={16} aria-hidden />}
            onPress={list.showNew}
            className={css.pill ?? ''}
          >
            {t('network.new', { count: list.newCount, number: format.number(list.newCount) })}
          </Button>
        )}
      </div>
      {error && <ErrorNotice words={error} onAction={list.again} />}
      {list.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton height="240px" />
        </Loading>
      )}
      {!list.isPending && !error && list.entries.length === 0 && (
        <p className={css.nothing}>{t('network.nothingFound')}</p>
      )}
      {list.entries.length > 0 && <NetworkTable entries={list.entries} />}
      {list.hasMore && (
        <Button isPending={list.isReadingMore} onPress={list.readMore} className={css.more ?? ''}>
          {t('network.more')}
        </Button>
      )}
    </Block>
  );
}

/** Whether an element is in sight; where nothing is laid out it is. */
function useInSight(element: { readonly current: HTMLElement | null }): boolean {
  const [isInSight, setInSight] = useState(true);
  useEffect(() => {
    if (element.current === null || !('IntersectionObserver' in window)) return undefined;
    const observer = new IntersectionObserver((seen) => {
      setInSight(seen.at(-1)?.isIntersecting ?? true);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return isInSight;
}
