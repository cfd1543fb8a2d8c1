import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Table2 } from 'lucide-react';
import { Block } from '../page.tsx';
import { Toggle } from '../toggle.tsx';
import css from './plot.module.css';
import { type CursorSteps, PlotCursor, type PlotMark } from './plot-cursor.tsx';

/** A line of the table behind a plot. */
export interface PlotRow extends PlotMark {
  /** What stands in the table instead of the name, such as a link; only where the table can be seen. */
  readonly shown?: ReactNode;
}

/** A plot with its sentence, the value that is pointed at, and the same as a table: in sight when wanted, always for screen readers. */
export function PlotBlock(props: {
  readonly title: string;
  /** All of the plot in one sentence. */
  readonly sentence: string;
  readonly aside?: ReactNode;
  readonly foot?: ReactNode;
  /** Of the table: what a line is, and what its value is. */
  readonly headings: readonly [string, string];
  readonly rows: readonly PlotRow[];
  /** Said under the table when it leaves something out. */
  readonly tableNote?: string;
  readonly cursorLabel: string;
  readonly steps: CursorSteps;
  readonly marks: readonly PlotMark[];
  readonly markAt: (x: number, y: number) => number | null;
  /** Draws the plot; `active` is the mark that is pointed at. */
  readonly draw: (active: number | null) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [isTable, setTable] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const mark = active === null ? undefined : props.marks[active];
  const table = <PlotTable {...props} isShown={isTable} />;
  return (
    <Block
      title={props.title}
      aside={
        <div className={css.aside}>
          {props.aside}
          <Toggle
            isSelected={isTable}
            onChange={setTable}
            aria-label={t('statistics.asTableNamed', { title: props.title })}
          >
            <Table2 size={16} aria-hidden />
            {t('statistics.asTable')}
          </Toggle>
        </div>
      }
    >
      <div className={css.inside}>
        {isTable ? (
          table
        ) : (
          <>
            <p className={css.readout} aria-hidden>
              {mark === undefined ? props.sentence : t('statistics.mark', { name: mark.name, value: mark.value })}
            </p>
            <div className={css.plot}>
              {props.draw(active)}
              <PlotCursor
                label={props.cursorLabel}
                marks={props.marks}
                steps={props.steps}
                active={active}
                onActive={setActive}
                markAt={props.markAt}
              />
            </div>
            {props.foot}
            <div className={css.unseen}>{table}</div>
          </>
        )}
      </div>
    </Block>
  );
}

function PlotTable(props: {
  readonly title: string;
  readonly headings: readonly [string, string];
  readonly rows: readonly PlotRow[];
  readonly tableNote?: string;
  readonly isShown: boolean;
}): ReactNode {
  const [name, value] = props.headings;
  return (
    <>
      <table className={css.table}>
        <caption className={css.unseen}>{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" className={css.value}>
              {value}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{props.isShown ? (row.shown ?? row.name) : row.name}</th>
              <td className={css.value}>{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.tableNote !== undefined && <p className={css.tableNote}>{props.tableNote}</p>}
    </>
  );
}
