import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { IconButton, type IconButtonProps } from '../../ui/icon-button.tsx';
import css from './controls.module.css';

/** An icon button on the picture: 44 px, white on near-black. */
export function StageButton({ className, ...rest }: IconButtonProps): ReactNode {
  return <IconButton {...rest} size="large" className={cx(css.button, className)} />;
}
