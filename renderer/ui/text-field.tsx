import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FieldError, Input, Label, TextField as AriaTextField, type TextFieldProps } from 'react-aria-components';
import { cx } from '../lib/cx.ts';
import css from './text-field.module.css';
import { IconButton } from './icon-button.tsx';

export interface FieldProps extends Omit<TextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  /** Shown in place when the field is invalid. */
  readonly problem?: string | null;
  /** In a line of a list, in place of the words it changes: low, its label only spoken. */
  readonly inPlace?: boolean;
}

/** A labelled line to write in, with its problem under it. */
export function Field({ label, problem, inPlace = false, ...rest }: FieldProps): ReactNode {
  return (
    <AriaTextField
      {...rest}
      {...(inPlace ? { 'aria-label': label } : {})}
      isInvalid={Boolean(problem)}
      className={css.field ?? ''}
    >
      {!inPlace && <Label className={css.label ?? ''}>{label}</Label>}
      <Input className={cx(css.input, inPlace && css.inPlace)} />
      <FieldError className={css.problem ?? ''}>{problem}</FieldError>
    </AriaTextField>
  );
}

export interface PasswordFieldProps extends Omit<FieldProps, 'inPlace'> {
  readonly showLabel: string;
  readonly hideLabel: string;
}

/** A password that can be looked at. */
export function PasswordField({ label, problem, showLabel, hideLabel, ...rest }: PasswordFieldProps): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      {...rest}
      type={shown ? 'text' : 'password'}
      isInvalid={Boolean(problem)}
      className={css.field ?? ''}
      spellCheck="false"
    >
      <Label className={css.label ?? ''}>{label}</Label>
      <div className={css.withButton}>
        <Input className={css.input ?? ''} />
        <IconButton
          label={shown ? hideLabel : showLabel}
          size="small"
          className={css.eye ?? ''}
          onPress={() => {
            setShown(!shown);
          }}
        >
          {shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
        </IconButton>
      </div>
      <FieldError className={css.problem ?? ''}>{problem}</FieldError>
    </AriaTextField>
  );
}
