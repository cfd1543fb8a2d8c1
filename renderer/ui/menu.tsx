import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { cx } from '../lib/cx.ts';
import css from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly detail?: string;
}

/** A button that opens a list of things to do, or of one choice out of several. */
export function Menu(props: {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly onPick: (id: string) => void;
  /** The one chosen; makes the entries a choice. */
  readonly chosen?: string;
  readonly placement?: 'top' | 'bottom' | 'top start' | 'top end' | 'bottom end';
  readonly onOpenChange?: (open: boolean) => void;
  /** On the dark stage of the player. */
  readonly stage?: boolean;
}): ReactNode {
  const choice = props.chosen !== undefined;
  return (
    <MenuTrigger {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}>
      {props.trigger}
      <Popover placement={props.placement ?? 'bottom'} offset={8} className={cx(css.popover, props.stage && css.stage)}>
        <AriaMenu
          aria-label={props.label}
          className={css.menu ?? ''}
          items={props.entries}
          onAction={(key) => {
            props.onPick(String(key));
          }}
          {...(choice
            ? { selectionMode: 'single', selectedKeys: [props.chosen ?? ''], disallowEmptySelection: true }
            : {})}
        >
          {(entry) => (
            <MenuItem id={entry.id} textValue={entry.label} className={css.item ?? ''}>
              {choice && <Check size={16} aria-hidden className={css.check} />}
              {entry.icon}
              <span className={css.name}>{entry.label}</span>
              {entry.detail !== undefined && <span className={css.detail}>{entry.detail}</span>}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
