import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import css from './page.module.css';

/** The measure of every screen: one heading, air around, a readable width. */
export function Page(props: {
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={cx(css.page, props.narrow && css.narrow)}>
      <header className={cx(css.header, props.hideTitle && css.hidden)}>
        <div className={css.words}>
          <h1 className={css.title}>{props.title}</h1>
          {props.lead !== undefined && <p className={css.lead}>{props.lead}</p>}
        </div>
        {props.actions}
      </header>
      {props.children}
    </div>
  );
}

/** A named part of a page. */
export function Block(props: {
  readonly title: string;
  readonly aside?: ReactNode;
  /** For links within a long page: they lead here and give it the focus. */
  readonly id?: string;
  readonly children: ReactNode;
}): ReactNode {
  const target = props.id === undefined ? {} : { id: props.id, tabIndex: -1 };
  return (
    <section {...target} className={css.block} aria-label={props.title}>
      <div className={css.blockHead}>
        <h2 className={css.blockTitle}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
