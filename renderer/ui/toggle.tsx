import type { ReactNode } from 'react';
import { ToggleButton, type ToggleButtonProps } from 'react-aria-components';
import css from './toggle.module.css';

/** A small button that stays pressed. */
export function Toggle(props: Omit<ToggleButtonProps, 'className'>): ReactNode {
  return <ToggleButton className={css.toggle ?? ''} {...props} />;
}
