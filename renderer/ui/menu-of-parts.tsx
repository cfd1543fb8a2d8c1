import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { cx } from '../lib/cx.ts';
import type { MenuEntry } from './menu.tsx';
import css from './menu.module.css';

/** A part of a menu: one choice out of several when `chosen` is there, else things to do. */
export interface MenuPart {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
  readonly chosen?: string;
  readonly onPick: (id: string) => void;
}

/** A button that opens a list of several parts, each with its own choice. */
export function MenuOfParts(props: {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly parts: readonly MenuPart[];
  readonly placement?: 'top' | 'bottom';
  readonly onOpenChange?: (open: boolean) => void;
  /** On the dark stage of the player. */
  readonly stage?: boolean;
}): ReactNode {
  return (
    <MenuTrigger {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}>
      {props.trigger}
      <Popover placement={props.placement ?? 'bottom'} offset={8} className={cx(css.popover, props.stage && css.stage)}>
        <AriaMenu aria-label={props.label} className={css.menu ?? ''}>
          {props.parts.map((part) => (
            <Part key={part.id} part={part} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Part({ part }: { readonly part: MenuPart }): ReactNode {
  const { chosen } = part;
  const keyOf = (id: string): string => `${part.id}:${id}`;
  return (
    <MenuSection
      id={part.id}
      className={css.part ?? ''}
      {...(part.title === undefined ? { 'aria-label': part.entries[0]?.label ?? '' } : {})}
      {...(chosen === undefined
        ? {}
        : { selectionMode: 'single', selectedKeys: [keyOf(chosen)], disallowEmptySelection: true })}
    >
      {part.title !== undefined && <Header className={css.partTitle ?? ''}>{part.title}</Header>}
      {part.entries.map((entry) => (
        <MenuItem
          key={entry.id}
          id={keyOf(entry.id)}
          textValue={entry.label}
          className={css.item ?? ''}
          onAction={() => {
            part.onPick(entry.id);
          }}
        >
          <Check size={16} aria-hidden className={css.check} />
          {entry.icon}
          <span className={css.name}>{entry.label}</span>
          {entry.detail !== undefined && <span className={css.detail}>{entry.detail}</span>}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
