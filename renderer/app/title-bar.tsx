import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import css from './title-bar.module.css';

/** The region the window is moved by; leaves room for each system's own buttons. */
export function TitleBar({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <header className={css.bar}>
      <div className={css.inner}>
        {children}
        <span className={cx(css.name, children !== undefined && css.beside)} aria-hidden>
          LECTOROOM
        </span>
      </div>
    </header>
  );
}
