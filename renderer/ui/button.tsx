import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from '../lib/cx.ts';
import css from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'isPending'> {
  /** `primary` once per screen at most; `danger` erases. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'regular' | 'small' | 'large';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  /** Under way: looks so and does nothing more, but keeps the focus. */
  readonly isPending?: boolean;
}

/** A button that says what happens. */
export function Button({
  look = 'plain',
  size = 'regular',
  icon,
  children,
  className,
  buttonRef,
  isPending = false,
  type = 'button',
  onPress,
  ...rest
}: ButtonProps): ReactNode {
  // React Aria's own pending state announces the button by an element that may be gone a moment later; the label says it as well.
  const acting = isPending ? {} : { type, ...(onPress === undefined ? {} : { onPress }) };
  return (
    <AriaButton
      {...rest}
      {...acting}
      ref={buttonRef ?? null}
      className={cx(css.button, css[look], css[size], isPending && css.pending, className)}
    >
      {icon !== undefined && <span className={css.icon}>{icon}</span>}
      <span className={css.label}>{children}</span>
    </AriaButton>
  );
}
