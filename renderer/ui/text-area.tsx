import type { ReactNode } from 'react';
import { Label, Text, TextArea as AriaTextArea, TextField } from 'react-aria-components';
import { cx } from '../lib/cx.ts';
import css from './text-field.module.css';

/** Labelled lines to write in, with a hint under them. */
export function TextArea(props: {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
}): ReactNode {
  return (
    <TextField
      className={css.field ?? ''}
      name={props.name}
      value={props.value}
      onChange={props.onChange}
      maxLength={props.maxLength}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      <AriaTextArea className={cx(css.input, css.lines)} rows={4} />
      <Text slot="description" className={css.hint ?? ''}>
        {props.hint}
      </Text>
    </TextField>
  );
}
