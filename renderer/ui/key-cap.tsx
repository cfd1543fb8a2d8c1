import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import css from './key-cap.module.css';

/** A key as it looks on the keyboard; one that `rests` does nothing now. */
export function KeyCap(props: { readonly rests?: boolean; readonly children: ReactNode }): ReactNode {
  return <kbd className={cx(css.key, props.rests && css.resting)}>{props.children}</kbd>;
}
