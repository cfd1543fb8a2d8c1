import { scaleBand } from 'd3-scale';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudyDay } from '../../../contract/domain/statistics.ts';
import { cx } from '../../lib/cx.ts';
import { useFormat } from '../../lib/format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { byDay, byWeek, most, type Period, type StudyPart } from './periods.ts';
import { PlotBlock } from '../../ui/plot/plot-block.tsx';
import css from '../../ui/plot/plot.module.css';
import { timeScale } from './plot-scale.ts';
import { useWidth } from '../../ui/plot/use-width.ts';

const height = 190;
const left = 76;
const bottom = 24;
const top = 8;
/** So much room a date below the bars takes. */
const dateWidth = 84;

/** How long lectures played, day by day or week by week. */
export function DaysPlot(props: {
  /** Every day of the period. */
  readonly days: readonly StudyDay[];
  readonly period: Period;
  readonly firstWeekday: number;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<'day' | 'week' | null>(null);
  const [box, width] = useWidth<HTMLDivElement>(720);
  const { days, period } = props;
  // A week has no weeks; a year of single days is hard to read, and there for who wants it.
  const by = period === 7 ? 'day' : (chosen ?? (period === 365 ? 'week' : 'day'));
  const parts = by === 'day' ? byDay(days) : byWeek(days, props.firstWeekday);
  const best = most(parts);
  const total = days.reduce((sum, { watchedMs }) => sum + watchedMs, 0);
  const bands = scaleBand<number>(parts.keys(), [left, width]).padding(parts.length > 60 ? 0.1 : 0.28);
  const nameOf = ({ firstDay, lastDay }: StudyPart): string =>
    by === 'day'
      ? format.day(firstDay)
      : t('statistics.weekOf', { from: format.date(firstDay), to: format.date(lastDay) });
  const marks = parts.map((part) => ({
    key: part.firstDay,
    name: nameOf(part),
    value: format.duration(part.watchedMs),
    isSomething: part.watchedMs > 0,
  }));
  const bestDay = best === null ? '' : format.dayAndMonth(best.firstDay);
  const sentence =
    best === null
      ? t('statistics.nothing', { count: period })
      : t(by === 'day' ? 'statistics.daySentence' : 'statistics.weekSentence', {
          count: period,
          time: format.duration(total),
          day: bestDay,
          most: format.duration(best.watchedMs),
        });
  return (
    <div ref={box} className={css.block}>
      <PlotBlock
        title={t('statistics.time')}
        sentence={sentence}
        aside={
          period !== 7 && (
            <Segmented
              label={t('statistics.groupBy')}
              value={by}
              onChange={setChosen}
              options={[
                { id: 'day', label: t('statistics.byDay') },
                { id: 'week', label: t('statistics.byWeek') },
              ]}
            />
          )
        }
        headings={[t(by === 'day' ? 'statistics.day' : 'statistics.week'), t('statistics.watched')]}
        rows={marks.filter(({ isSomething }) => isSomething).toReversed()}
        tableNote={t(by === 'day' ? 'statistics.emptyDaysLeftOut' : 'statistics.emptyWeeksLeftOut')}
        cursorLabel={t(by === 'day' ? 'statistics.dayCursor' : 'statistics.weekCursor')}
        steps={{ across: 1, down: 1 }}
        marks={marks}
        markAt={(x) => {
          const index = Math.floor((x - left) / bands.step());
          return index >= 0 && index < parts.length ? index : null;
        }}
        draw={(active) => <Bars parts={parts} bands={bands} width={width} active={active} sentence={sentence} />}
      />
    </div>
  );
}

function Bars(props: {
  readonly parts: readonly StudyPart[];
  readonly bands: ReturnType<typeof scaleBand<number>>;
  readonly width: number;
  readonly active: number | null;
  readonly sentence: string;
}): ReactNode {
  const format = useFormat();
  const { parts, bands, width, active } = props;
  const { heightOf, ticksMs } = timeScale(Math.max(...parts.map(({ watchedMs }) => watchedMs)), height - bottom - top);
  const ground = height - bottom;
  const every = Math.ceil((parts.length * dateWidth) / Math.max(dateWidth, width - left));
  return (
    <svg role="img" aria-label={props.sentence} width={width} height={height} className={css.drawing}>
      {ticksMs.map((tick) => (
        <g key={tick}>
          <line className={css.grid} x1={left} x2={width} y1={ground - heightOf(tick)} y2={ground - heightOf(tick)} />
          <text className={css.scale} x={left - 8} y={ground - heightOf(tick)} dy="0.32em" textAnchor="end">
            {tick === 0 ? '0' : format.duration(tick)}
          </text>
        </g>
      ))}
      {parts.map(({ firstDay, watchedMs }, index) => {
        const x = bands(index) ?? 0;
        const barHeight = Math.max(watchedMs > 0 ? 2 : 0, heightOf(watchedMs));
        const isDated = (parts.length - 1 - index) % every === 0;
        return (
          <g key={firstDay}>
            <rect
              className={cx(css.bar, active === index && css.active)}
              x={x}
              y={ground - barHeight}
              width={bands.bandwidth()}
              height={barHeight}
              rx={Math.min(3, bands.bandwidth() / 4)}
            />
            {active === index && (
              <rect className={css.foot} x={x} y={ground + 1} width={bands.bandwidth()} height={2} />
            )}
            {isDated && (
              <text
                className={css.scale}
                x={Math.min(x + bands.bandwidth() / 2, width - 24)}
                y={height - 4}
                textAnchor="middle"
              >
                {format.dayShort(firstDay)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
