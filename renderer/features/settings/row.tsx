import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import css from './settings.module.css';

/** One setting: its name and what it means at the left, the control at the right. */
export function Row(props: {
  readonly title: string;
  readonly hint?: ReactNode;
  /** Of the hint, for the control that it describes. */
  readonly hintId?: string;
  /** The hint changes with the choice: it has the whole width and room for the longest, so that nothing moves. */
  readonly roomy?: boolean;
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const hint = props.hint !== undefined && (
    <p id={props.hintId} className={cx(css.hint, props.roomy && css.roomy)}>
      {props.hint}
    </p>
  );
  return (
    <div className={css.row} data-row>
      <div className={css.what}>
        {props.before}
        <div className={css.words}>
          <h3 className={css.title}>{props.title}</h3>
          {!props.roomy && hint}
        </div>
      </div>
      {props.children}
      {props.roomy && hint}
    </div>
  );
}
