import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import css from './progress-line.module.css';

/** A thin line of progress; `share` from 0 to 1. It has a name only where no words beside it say the same. */
export function ProgressLine(props: {
  readonly share: number;
  readonly label?: string;
  /** What a screen reader reads instead of the percentage. */
  readonly valueText?: string;
  readonly resting?: boolean;
  readonly className?: string;
}): ReactNode {
  const percent = Math.min(100, Math.max(0, props.share * 100));
  const named =
    props.label === undefined
      ? { 'aria-hidden': true }
      : {
          role: 'progressbar',
          'aria-label': props.label,
          'aria-valuemin': 0,
          'aria-valuemax': 100,
          'aria-valuenow': Math.round(percent),
          'aria-valuetext': props.valueText,
        };
  return (
    <div {...named} className={cx(css.track, props.resting && css.resting, props.className)}>
      <div className={css.fill} style={{ width: `${String(percent)}%` }} />
    </div>
  );
}
