import type { ReactNode } from 'react';
import {
  DateField as AriaDateField,
  DateInput,
  DateSegment,
  type DateValue,
  FieldError,
  I18nProvider,
  Label,
  Text,
} from 'react-aria-components';
import css from './date-field.module.css';

export type { DateValue } from 'react-aria-components';

/** A calendar date to type, its parts in the order of `locale`; `String(value)` is ISO 8601. */
export function DateField(props: {
  readonly label: string;
  readonly hint: string;
  /** BCP 47, for the order of day and month. */
  readonly locale: string;
  readonly name: string;
  readonly value: DateValue | null;
  readonly onChange: (value: DateValue | null) => void;
  readonly onBlur: () => void;
  readonly problem: string | null;
}): ReactNode {
  return (
    <I18nProvider locale={props.locale}>
      <AriaDateField
        className={css.field ?? ''}
        name={props.name}
        granularity="day"
        isRequired
        shouldForceLeadingZeros
        value={props.value}
        onChange={props.onChange}
        onBlur={props.onBlur}
        isInvalid={props.problem !== null}
      >
        <Label className={css.label ?? ''}>{props.label}</Label>
        <DateInput className={css.input ?? ''}>
          {(segment) => <DateSegment segment={segment} className={css.segment ?? ''} />}
        </DateInput>
        {props.problem === null ? (
          <Text slot="description" className={css.hint ?? ''}>
            {props.hint}
          </Text>
        ) : (
          <FieldError className={css.problem ?? ''}>{props.problem}</FieldError>
        )}
      </AriaDateField>
    </I18nProvider>
  );
}
