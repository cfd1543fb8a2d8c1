import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import css from './segmented.module.css';

/** One of two to four, all in sight. */
export function Segmented<Id extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string; readonly lang?: string }[];
  /** Null: none is chosen yet. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
}): ReactNode {
  return (
    <RadioGroup
      aria-label={props.label}
      orientation="horizontal"
      value={props.value}
      isDisabled={props.isDisabled ?? false}
      {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
      onChange={(value) => {
        const option = props.options.find((each) => each.id === value);
        if (option) props.onChange(option.id);
      }}
      className={css.group ?? ''}
    >
      {props.options.map((option) => (
        <Radio key={option.id} value={option.id} className={css.option ?? ''}>
          <span lang={option.lang}>{option.label}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
