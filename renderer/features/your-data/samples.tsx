import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldFact, SampledKind } from '../../../contract/domain/held-data.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { type Format, useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { inOneLine } from '../../lib/course-facts.ts';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import css from './your-data.module.css';

/** A few entries of a kind, so that a person sees what it is. */
export function Samples({ kind }: { readonly kind: SampledKind }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useRequest('data.samples', { kind });
  const error = useErrorWords(query.error ? toAppError(query.error) : null);
  if (error) return <ErrorNotice words={error} onAction={() => void query.refetch()} />;
  if (query.data === undefined)
    return (
      <Loading label={t('common.loading')}>
        <Skeleton height="64px" />
      </Loading>
    );
  const nameless = kind === 'notes' ? t('yourData.bookmark') : t('yourData.gone');
  return (
    <ul className={css.samples} aria-label={t('yourData.samples')}>
      {query.data.map(({ atMs, title, fact }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- entries have no id that leaves the library.
        <li key={index}>
          <span className={css.sampleTitle}>{title === '' ? nameless : title}</span>
          <span className={css.sampleFacts}>
            {inOneLine([
              ...(atMs === null ? [] : [format.moment(atMs)]),
              ...(fact === null ? [] : [factWords(fact, t, format)]),
            ])}
          </span>
        </li>
      ))}
    </ul>
  );
}

function factWords(fact: HeldFact, t: TFunction, format: Format): string {
  switch (fact.kind) {
    case 'played':
      return t('yourData.fact.played', { time: format.duration(fact.durationMs) });
    case 'position':
      return t('yourData.fact.position', { place: format.clock(fact.positionMs) });
    case 'completed':
      return t('yourData.fact.completed');
    case 'withdrawn':
      return t('yourData.fact.withdrawn');
    case 'stars':
      return t('yourData.fact.stars', { count: fact.stars, number: format.number(fact.stars) });
    case 'rate':
      return format.rate(fact.rate);
    case 'size':
      return format.bytes(fact.sizeBytes);
    case 'until':
      return t('yourData.fact.until', { date: format.date(new Date(fact.atMs).toISOString()) });
  }
}
