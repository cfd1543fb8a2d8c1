import { Flame } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import type { StudyStatistics } from '../../../contract/domain/statistics.ts';
import { useFormat } from '../../lib/format.ts';
import css from './statistics.module.css';

/** The period in numbers. */
export function Totals({ totals }: Pick<StudyStatistics, 'totals'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const numbers = [
    [t('statistics.total.time'), totals.watchedMs === 0 ? '0' : format.duration(totals.watchedMs), null],
    [t('statistics.total.days'), format.number(totals.dayCount), null],
    [
      t('statistics.total.lectures'),
      format.number(totals.lectureCount),
      totals.lectureCount === 0 ? null : t('statistics.total.completed', { count: totals.completedCount }),
    ],
    [t('statistics.total.courses'), format.number(totals.courseCount), null],
  ] as const;
  return (
    <dl className={css.totals}>
      {numbers.map(([name, value, more]) => (
        <div key={name} className={css.total}>
          <dt className={css.totalName}>{name}</dt>
          <dd className={css.totalValue}>{value}</dd>
          {more !== null && <dd className={css.totalMore}>{more}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** The row of days that goes on, the longest there was, and by which rule they are counted. */
export function Streaks(props: { readonly statistics: StudyStatistics; readonly today: LocalDay }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { currentStreak: current, longestStreak: longest } = props.statistics;
  const isWaiting = current.lastDay !== null && current.lastDay !== props.today;
  return (
    <section className={css.streaks} aria-label={t('statistics.streak.title')}>
      <Flame size={20} aria-hidden className={css.streakIcon} />
      <div>
        <p className={css.streakNow}>
          {current.dayCount === 0
            ? t('statistics.streak.none')
            : t('statistics.streak.now', { count: current.dayCount })}
          {isWaiting && <span className={css.streakMore}> {t('statistics.streak.waits')}</span>}
        </p>
        <p className={css.streakMore}>
          {longest.lastDay !== null &&
            `${t('statistics.streak.longest', { count: longest.dayCount, day: format.date(longest.lastDay) })} `}
          {t('statistics.streak.rule')}
        </p>
      </div>
    </section>
  );
}
