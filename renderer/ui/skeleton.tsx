import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import css from './skeleton.module.css';

/** A quiet block in the final size of what comes; it shows only after 150 ms. */
export function Skeleton(props: {
  readonly width?: string;
  readonly height?: string;
  readonly ratio?: string;
  readonly className?: string;
}): ReactNode {
  return (
    <span
      className={cx(css.block, props.className)}
      style={{ width: props.width ?? '100%', height: props.height, aspectRatio: props.ratio }}
    />
  );
}

/** Holds skeletons and tells a screen reader, once, that something is on its way. */
export function Loading(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div role="status" aria-label={props.label} aria-busy="true" className={css.loading}>
      <div aria-hidden>{props.children}</div>
    </div>
  );
}
