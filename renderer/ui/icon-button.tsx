import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { cx } from '../lib/cx.ts';
import css from './icon-button.module.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  /** The accessible name, and the text of the tooltip. */
  readonly label: string;
  /** The key that does the same, shown beside the label. */
  readonly shortcut?: string | undefined;
  readonly size?: 'small' | 'regular' | 'large';
  readonly placement?: 'top' | 'bottom';
  readonly className?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
  /** For buttons that switch something on and off. */
  readonly pressed?: boolean;
}

/** A button of one icon; its words appear on hover and focus. */
export function IconButton({
  label,
  shortcut,
  size = 'regular',
  placement = 'top',
  className,
  buttonRef,
  children,
  pressed,
  ...rest
}: IconButtonProps): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <AriaButton
        {...rest}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        ref={buttonRef ?? null}
        aria-label={label}
        className={cx(css.button, css[size], className)}
      >
        {children}
      </AriaButton>
      <Tooltip placement={placement} offset={8} className={css.tip ?? ''}>
        {label}
        {shortcut !== undefined && <kbd className={css.key}>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
