import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './plot.module.css';

/** One mark of a plot in words. */
export interface PlotMark {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** How far each arrow key goes. */
export interface CursorSteps {
  readonly across: number;
  readonly down: number;
}

/**
 * Lies over a plot: walks over its marks by arrow keys and pointer and says the value of each. A slider, so that every screen reader knows
 * its keys and reads the value when it changes.
 */
export function PlotCursor(props: {
  readonly label: string;
  readonly marks: readonly PlotMark[];
  readonly steps: CursorSteps;
  readonly active: number | null;
  readonly onActive: (index: number | null) => void;
  /** Which mark is at a place of the plot, in CSS pixels from its upper left corner. */
  readonly markAt: (x: number, y: number) => number | null;
}): ReactNode {
  const { t } = useTranslation();
  const { marks, steps, active, onActive } = props;
  const last = marks.length - 1;
  const now = active ?? last;
  const mark = marks[now];
  const ways: Readonly<Record<string, number>> = {
    ArrowLeft: -steps.across,
    ArrowRight: steps.across,
    ArrowUp: -steps.down,
    ArrowDown: steps.down,
    Home: -Infinity,
    End: Infinity,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = ways[event.key];
    if (way === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = now + way;
    // A step of more than one that leads out stays; the ends are reached by Home and End.
    if (Number.isFinite(way) && (next < 0 || next > last)) return;
    onActive(Math.min(last, Math.max(0, next)));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onActive(props.markAt(event.clientX - box.left, event.clientY - box.top));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={css.cursor}
      aria-label={props.label}
      aria-valuemin={1}
      aria-valuemax={marks.length}
      aria-valuenow={now + 1}
      aria-valuetext={mark === undefined ? '' : t('statistics.mark', { name: mark.name, value: mark.value })}
      onKeyDown={onKeyDown}
      onFocus={() => onActive(now)}
      onBlur={() => onActive(null)}
      onPointerMove={onPointerMove}
      onPointerLeave={(event) => onActive(event.currentTarget.matches(':focus-visible') ? now : null)}
    />
  );
}
