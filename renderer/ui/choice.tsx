import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { cx } from '../lib/cx.ts';
import css from './choice.module.css';

export interface ChoiceOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A number or word at the end of the line, such as a size. */
  readonly detail?: string;
}

/** One of a few, in a list that opens. */
export function Choice<Id extends string>(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly ChoiceOption<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly className?: string;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
}): ReactNode {
  const pick = (key: unknown): void => {
    const option = props.options.find((each) => each.id === key);
    if (option) props.onChange(option.id);
  };
  return (
    <Select
      className={cx(css.select, props.className)}
      value={props.value}
      onChange={pick}
      isDisabled={props.isDisabled ?? false}
      {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
      {...(props.hideLabel ? { 'aria-label': props.label } : {})}
    >
      {!props.hideLabel && <Label className={css.label ?? ''}>{props.label}</Label>}
      <Button className={css.button ?? ''}>
        <SelectValue className={css.value ?? ''} />
        <ChevronDown size={16} aria-hidden className={css.chevron} />
      </Button>
      <Popover className={css.popover ?? ''} offset={4}>
        <ListBox className={css.list ?? ''} items={props.options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={css.option ?? ''}>
              <Check size={16} aria-hidden className={css.check} />
              <span className={css.name}>{option.label}</span>
              {option.detail !== undefined && <span className={css.detail}>{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
