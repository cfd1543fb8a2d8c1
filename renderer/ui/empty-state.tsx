import type { ReactNode } from 'react';
import css from './empty-state.module.css';

/** A whole screen or block with nothing in it: why, and what to do. */
export function EmptyState(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly urgent?: boolean;
  readonly heading?: 'h1' | 'h2';
}): ReactNode {
  const Title = props.heading ?? 'h2';
  return (
    <div className={css.empty} role={props.urgent ? 'alert' : undefined}>
      <span className={css.icon} aria-hidden>
        {props.icon}
      </span>
      <Title className={css.title}>{props.title}</Title>
      {props.children !== undefined && <div className={css.body}>{props.children}</div>}
      {props.action !== undefined && <div className={css.action}>{props.action}</div>}
    </div>
  );
}
