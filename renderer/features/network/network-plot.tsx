import { scaleBand, scaleSqrt } from 'd3-scale';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAfter, type LocalDay } from '../../../contract/domain/local-day.ts';
import { networkBounds, type NetworkDay } from '../../../contract/domain/network.ts';
import { cx } from '../../lib/cx.ts';
import { useFormat } from '../../lib/format.ts';
import { PlotBlock } from '../../ui/plot/plot-block.tsx';
import plot from '../../ui/plot/plot.module.css';
import { useWidth } from '../../ui/plot/use-width.ts';
import css from './network.module.css';
import { purposeChoices } from './network-search.ts';

const left = 190;
const rowHeight = 26;
const bottom = 24;
/** So much room a date below the dots takes. */
const dateWidth = 72;

/** Requests by day and purpose: the larger a dot, the more of them. */
export function NetworkPlot(props: { readonly days: readonly NetworkDay[]; readonly today: LocalDay }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, width] = useWidth<HTMLDivElement>(720);
  const { plotDays } = networkBounds;
  const days = Array.from({ length: plotDays }, (_, index) => dayAfter(props.today, index + 1 - plotDays));
  const purposes = purposeChoices.filter((each) => props.days.some(({ purpose }) => (purpose ?? 'none') === each));
  const height = purposes.length * rowHeight + bottom;
  const columns = scaleBand<number>(days.keys(), [left, width]);
  const rows = scaleBand<number>(purposes.keys(), [0, purposes.length * rowHeight]);
  const found = new Map(props.days.map((each) => [`${each.day} ${each.purpose ?? 'none'}`, each]));
  const most = Math.max(1, ...props.days.map(({ requestCount }) => requestCount));
  const radius = scaleSqrt([0, most], [0, Math.min(rowHeight, columns.step()) / 2 - 1]);
  const counted = (count: number): string => t('network.requests', { count, number: format.number(count) });
  const cells = purposes.flatMap((purpose, row) =>
    days.map((day, column) => ({ purpose, day, row, column, found: found.get(`${day} ${purpose}`) })),
  );
  const marks = cells.map(({ purpose, day, found }) => ({
    key: `${day} ${purpose}`,
    name: t('network.plot.dayAndPurpose', { day: format.day(day), purpose: t(`network.purpose.${purpose}`) }),
    value: counted(found?.requestCount ?? 0),
    isSomething: found !== undefined,
  }));
  const total = props.days.reduce((sum, { requestCount }) => sum + requestCount, 0);
  const sentence = t('network.plot.sentence', { count: plotDays, requests: counted(total) });
  const every = Math.ceil((days.length * dateWidth) / Math.max(dateWidth, width - left));
  if (purposes.length === 0) return null;
  return (
    <div ref={box} className={css.plot}>
      <PlotBlock
        title={t('network.plot.title')}
        sentence={sentence}
        headings={[t('network.plot.heading'), t('network.plot.count')]}
        rows={marks.filter(({ isSomething }) => isSomething).toReversed()}
        tableNote={t('network.plot.emptyLeftOut')}
        cursorLabel={t('network.plot.cursor')}
        steps={{ across: 1, down: days.length }}
        marks={marks}
        markAt={(x, y) => {
          const [column, row] = [Math.floor((x - left) / columns.step()), Math.floor(y / rowHeight)];
          const isInside = column >= 0 && column < days.length && row >= 0 && row < purposes.length;
          return isInside ? row * days.length + column : null;
        }}
        draw={(active) => (
          <svg role="img" aria-label={sentence} width={width} height={height} className={plot.drawing}>
            {purposes.map((purpose, row) => (
              <g key={purpose}>
                <text className={css.rowName} x={0} y={(rows(row) ?? 0) + rowHeight / 2} dy="0.32em">
                  {t(`network.purpose.${purpose}`)}
                </text>
                <line
                  className={plot.grid}
                  x1={left}
                  x2={width}
                  y1={(rows(row) ?? 0) + rowHeight / 2}
                  y2={(rows(row) ?? 0) + rowHeight / 2}
                />
              </g>
            ))}
            {cells.map(({ purpose, day, row, column, found }, index) => {
              const centre = { cx: (columns(column) ?? 0) + columns.step() / 2, cy: (rows(row) ?? 0) + rowHeight / 2 };
              return (
                <g key={`${day} ${purpose}`}>
                  {found !== undefined && (
                    <circle
                      {...centre}
                      r={Math.max(2, radius(found.requestCount))}
                      className={cx(purpose === 'none' ? css.hollow : plot.bar)}
                    />
                  )}
                  {active === index && <circle {...centre} r={rowHeight / 2 - 1} className={plot.ring} />}
                </g>
              );
            })}
            {days.map(
              (day, index) =>
                (days.length - 1 - index) % every === 0 && (
                  <text
                    key={day}
                    className={plot.scale}
                    x={Math.min((columns(index) ?? 0) + columns.step() / 2, width - 22)}
                    y={height - 4}
                    textAnchor="middle"
                  >
                    {format.dayShort(day)}
                  </text>
                ),
            )}
          </svg>
        )}
      />
    </div>
  );
}
