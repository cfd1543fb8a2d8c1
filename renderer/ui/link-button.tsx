import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';
import { cx } from '../lib/cx.ts';
import css from './link-button.module.css';

/** A button that looks like a link in a line of words: goes somewhere and changes nothing. */
export function LinkButton({
  quiet = false,
  children,
  ...rest
}: Omit<ButtonProps, 'className' | 'style' | 'children'> & {
  /** Third text, for the foot of a screen. */
  readonly quiet?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Button {...rest} className={cx(css.link, quiet && css.quiet)}>
      {children}
    </Button>
  );
}
