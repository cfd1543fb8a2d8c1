import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import css from './notice.module.css';

const icons = { calm: Info, amber: TriangleAlert, brick: CircleAlert } as const;

/** A few sentences in place: what happened, what it means, what to do. */
export function Notice(props: {
  readonly tone?: 'calm' | 'amber' | 'brick';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Spoken at once by a screen reader. */
  readonly urgent?: boolean;
  /** Spoken by a screen reader when it has finished what it says. */
  readonly spoken?: boolean;
  readonly className?: string;
}): ReactNode {
  const tone = props.tone ?? 'calm';
  const Icon = icons[tone];
  return (
    <div
      role={props.urgent ? 'alert' : props.spoken ? 'status' : 'note'}
      className={cx(css.notice, css[tone], props.className)}
    >
      <Icon size={18} aria-hidden className={css.icon} />
      <div className={css.words}>
        <p className={css.title}>{props.title}</p>
        {props.children !== undefined && <div className={css.body}>{props.children}</div>}
      </div>
      {props.action !== undefined && <div className={css.action}>{props.action}</div>}
    </div>
  );
}
