import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Cover } from './cover.tsx';
import { ProgressLine } from './progress-line.tsx';
import css from './small-item.module.css';

/** A course or a lecture in one line: cover, title, a line of meta, and, once begun, a thin line; the whole of it is one link. */
export function SmallItem(props: {
  readonly title: string;
  readonly meta: ReactNode;
  readonly coverUrl: string;
  /** From 0 to 1; null when not begun. */
  readonly share?: number | null;
  readonly link: (content: ReactNode, className: string) => ReactNode;
  readonly headingLevel?: 'h2' | 'h3';
  /** A line about how it stands with this computer. */
  readonly state?: ReactNode;
  /** What can be done with it besides opening it. */
  readonly action?: ReactNode;
}): ReactNode {
  const Title = props.headingLevel ?? 'h3';
  const share = props.share ?? null;
  return (
    <li className={cx(css.item, props.action !== undefined && css.acting)}>
      <Cover url={props.coverUrl} title={props.title} className={css.cover ?? ''} />
      <div className={css.words}>
        <Title className={css.title}>{props.link(props.title, css.link ?? '')}</Title>
        <p className={css.meta}>{props.meta}</p>
        {share !== null && <ProgressLine share={share} className={css.progress ?? ''} />}
        {props.state}
      </div>
      {props.action !== undefined && <div className={css.action}>{props.action}</div>}
    </li>
  );
}

/** Such lines beside one another, as many as fit. */
export function SmallItems(props: { readonly children: ReactNode; readonly wide?: boolean }): ReactNode {
  return <ul className={cx(css.items, props.wide && css.wide)}>{props.children}</ul>;
}
