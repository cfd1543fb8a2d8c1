import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChartColumn, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay, type LocalDay } from '../../../contract/domain/local-day.ts';
import type { StudyStatistics } from '../../../contract/domain/statistics.ts';
import { ask } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useGoToSettings } from '../../lib/go-to-settings.ts';
import { useNotRecording } from '../../lib/private-session.ts';
import { requestKey, useRequest } from '../../lib/requests.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useNow } from '../../lib/use-now.ts';
import { weekStart } from '../../lib/week-start.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { CoursesPlot } from './courses-plot.tsx';
import { DaysPlot } from './days-plot.tsx';
import { ExportButton } from './export-button.tsx';
import { HeatMap } from './heat-map.tsx';
import { daysOfPeriod, everyDay, type Period, periods } from './periods.ts';
import css from './statistics.module.css';
import { Streaks, Totals } from './totals.tsx';

const minuteMs = 60_000;

/** How much was studied, when, and of what: counted from the history, on this computer. */
export function StatisticsScreen(): ReactNode {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<Period>(30);
  const today = localDay(useNow(minuteMs), (timeMs) => -new Date(timeMs).getTimezoneOffset());
  const range = daysOfPeriod(today, period);
  const query = useQuery({
    queryKey: requestKey('statistics.read', range),
    queryFn: () => ask('statistics.read', range),
    placeholderData: keepPreviousData,
  });
  const error = useErrorWords(query.error ? toAppError(query.error) : null);
  const statistics = query.data;
  const isEmpty = statistics !== undefined && statistics.days.length === 0 && statistics.totals.watchedMs === 0;
  return (
    <Page
      title={t('statistics.title')}
      lead={<Lead />}
      {...(statistics && !isEmpty ? { actions: <ExportButton period={period} today={today} /> } : {})}
    >
      {error && <ErrorNotice words={error} onAction={() => void query.refetch()} />}
      {query.isPending && (
        <Loading label={t('common.loading')}>
          <div className={css.skeleton}>
            <Skeleton height="72px" />
            <Skeleton height="220px" />
            <Skeleton height="160px" />
          </div>
        </Loading>
      )}
      {isEmpty && <Nothing />}
      {statistics && !isEmpty && (
        <>
          <NotCounting />
          <Segmented
            label={t('statistics.period')}
            value={String(period)}
            onChange={(id) => setPeriod(periods.find((each) => String(each) === id) ?? period)}
            options={periods.map((count) => ({
              id: String(count),
              label: count === 365 ? t('history.year') : t('history.days', { count }),
            }))}
          />
          <Plots statistics={statistics} period={period} today={today} />
        </>
      )}
    </Page>
  );
}

function Plots(props: {
  readonly statistics: StudyStatistics;
  readonly period: Period;
  readonly today: LocalDay;
}): ReactNode {
  const { i18n } = useTranslation();
  const system = useRequest('app.about', null).data?.systemLanguage ?? '';
  const firstWeekday = weekStart(i18n.language, system);
  const { statistics, period, today } = props;
  const { fromDay, toDay } = daysOfPeriod(today, period);
  return (
    <>
      <Totals totals={statistics.totals} />
      <Streaks statistics={statistics} today={today} />
      <DaysPlot days={everyDay(statistics.days, fromDay, toDay)} period={period} firstWeekday={firstWeekday} />
      <CoursesPlot statistics={statistics} />
      <HeatMap days={statistics.days} today={today} firstWeekday={firstWeekday} />
    </>
  );
}

/** Where the numbers come from and how far back they go. */
function Lead(): ReactNode {
  const { t } = useTranslation();
  const goToSettings = useGoToSettings();
  const days = useRequest('settings.read', null).data?.historyRetentionDays ?? null;
  return (
    <>
      {t('statistics.lead')} {days !== null && `${t('statistics.kept', { count: days })} `}
      <LinkButton onPress={() => goToSettings('settings-history')}>{t('statistics.change')}</LinkButton>
    </>
  );
}

function NotCounting(): ReactNode {
  const { t } = useTranslation();
  const why = useNotRecording();
  if (why === null) return null;
  return (
    <Notice title={t(`statistics.notCounting.${why}`)} className={css.notice ?? ''}>
      {t('statistics.notCounting.before')}
    </Notice>
  );
}

function Nothing(): ReactNode {
  const { t } = useTranslation();
  const goToSettings = useGoToSettings();
  const why = useNotRecording();
  if (why === null)
    return (
      <EmptyState icon={<ChartColumn size={24} />} title={t('statistics.emptyTitle')}>
        {t('statistics.emptyBody')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<EyeOff size={24} />}
      title={t(`statistics.notCounting.${why}`)}
      {...(why === 'off'
        ? { action: <Button onPress={() => goToSettings('settings-history')}>{t('statistics.change')}</Button> }
        : {})}
    >
      {t(`statistics.notCounting.${why}Body`)}
    </EmptyState>
  );
}
