import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import type { StudyDay } from '../../../contract/domain/statistics.ts';
import { cx } from '../../lib/cx.ts';
import { useFormat } from '../../lib/format.ts';
import { type HeatColumn, heatColumns, heatFromMinutes, heatLevel, heatWeeks } from './heat-cells.ts';
import { most } from './periods.ts';
import { PlotBlock } from '../../ui/plot/plot-block.tsx';
import css from '../../ui/plot/plot.module.css';
import { useWidth } from '../../ui/plot/use-width.ts';

const left = 40;
const top = 20;
const minuteMs = 60_000;

/** The calendar of a year: a column for each week, a cell for each day. */
export function HeatMap(props: {
  readonly days: readonly StudyDay[];
  readonly today: LocalDay;
  readonly firstWeekday: number;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, width] = useWidth<HTMLDivElement>(720);
  const columns = heatColumns(props.days, props.today, props.firstWeekday);
  const days = columns.flatMap((column) => column.days);
  const watched = days.filter(({ watchedMs }) => watchedMs > 0);
  const best = most(days);
  // Whole pixels: cells of one size, whatever the width of the window.
  const step = Math.min(18, Math.max(5, Math.floor((width - left) / heatWeeks)));
  const sentence =
    best === null
      ? t('statistics.heatNothing')
      : t('statistics.heatSentence', {
          count: watched.length,
          day: format.dayAndMonth(best.day),
          most: format.duration(best.watchedMs),
        });
  const marks = days.map(({ day, watchedMs }) => ({
    key: day,
    name: format.day(day),
    value: watchedMs === 0 ? t('statistics.none') : format.duration(watchedMs),
    isSomething: watchedMs > 0,
  }));
  return (
    <div ref={box} className={css.block}>
      <PlotBlock
        title={t('statistics.year')}
        sentence={sentence}
        headings={[t('statistics.day'), t('statistics.watched')]}
        rows={marks.filter(({ isSomething }) => isSomething).toReversed()}
        tableNote={t('statistics.emptyDaysLeftOut')}
        cursorLabel={t('statistics.heatCursor')}
        steps={{ across: 7, down: 1 }}
        marks={marks}
        markAt={(x, y) => {
          const [week, row] = [Math.floor((x - left) / step), Math.floor((y - top) / step)];
          const index = week * 7 + row;
          return week >= 0 && row >= 0 && row < 7 && index < days.length ? index : null;
        }}
        draw={(active) => <Cells columns={columns} step={step} active={active} sentence={sentence} />}
        foot={<Legend />}
      />
    </div>
  );
}

function Cells(props: {
  readonly columns: readonly HeatColumn[];
  readonly step: number;
  readonly active: number | null;
  readonly sentence: string;
}): ReactNode {
  const format = useFormat();
  const { columns, step, active } = props;
  const gap = step < 9 ? 1 : 2;
  const size = step - gap;
  return (
    <svg
      role="img"
      aria-label={props.sentence}
      width={left + heatWeeks * step}
      height={top + 7 * step + gap}
      className={css.drawing}
    >
      {[0, 2, 4].map((row) => {
        const day = columns[0]?.days[row]?.day;
        return (
          <text key={row} className={css.scale} x={0} y={top + row * step + size / 2} dy="0.34em">
            {day === undefined ? '' : format.weekday(day)}
          </text>
        );
      })}
      {columns.map(({ days, newMonth }, week) => (
        <g key={days[0]?.day ?? week}>
          {newMonth !== null && week < heatWeeks - 1 && (
            <text className={css.scale} x={left + week * step} y={12}>
              {format.month(newMonth)}
            </text>
          )}
          {days.map(({ day, watchedMs }, row) => (
            <Cell
              key={day}
              x={left + week * step}
              y={top + row * step}
              size={size}
              level={heatLevel(watchedMs)}
              isActive={active === week * 7 + row}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Cell(props: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly isActive?: boolean;
}): ReactNode {
  const { x, y, size, level } = props;
  const place = { x, y, width: size, height: size, rx: 2 };
  return (
    <>
      <rect {...place} className={css.cell} />
      {level > 0 && <rect {...place} className={cx(css.heat, css[`heat${String(level)}`])} />}
      {props.isActive === true && <rect {...place} className={css.ring} />}
    </>
  );
}

function Legend(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [quarter, half, hour] = heatFromMinutes.map((minutes) => format.duration(minutes * minuteMs));
  const words = [
    t('statistics.legendNone'),
    t('statistics.legendBelow', { time: quarter }),
    t('statistics.legendFrom', { time: quarter }),
    t('statistics.legendFrom', { time: half }),
    t('statistics.legendFrom', { time: hour }),
  ];
  return (
    <ul className={css.legend} aria-hidden>
      {words.map((word, level) => (
        <li key={word}>
          <svg width={12} height={12} className={css.drawing}>
            <Cell x={0} y={0} size={12} level={level as 0 | 1 | 2 | 3 | 4} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
