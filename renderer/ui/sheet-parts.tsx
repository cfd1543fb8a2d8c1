import type { ReactNode } from 'react';
import css from './sheet-parts.module.css';

/** The few sentences of a sheet that asks something. */
export function SheetWords(props: { readonly id?: string; readonly children: ReactNode }): ReactNode {
  return (
    <div id={props.id} className={css.words}>
      {props.children}
    </div>
  );
}

/** The answers at the foot of such a sheet. */
export function SheetButtons({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={css.buttons}>{children}</div>;
}
