import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import css from './checkbox.module.css';

/** A box to tick, with a sentence that says what ticking means. */
export function Checkbox(props: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly isDisabled?: boolean;
  /** Shown in place when it was to be ticked and is not. */
  readonly problem?: string | null;
}): ReactNode {
  const ids = useId();
  const problem = props.problem ?? null;
  const described = [props.hint !== undefined && `${ids}-hint`, problem !== null && `${ids}-problem`].filter(Boolean);
  return (
    <div className={css.wrap}>
      <AriaCheckbox
        className={css.box ?? ''}
        isSelected={props.checked}
        onChange={props.onChange}
        isDisabled={props.isDisabled ?? false}
        isInvalid={problem !== null}
        {...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {})}
      >
        <span className={css.square} aria-hidden>
          <Check size={14} strokeWidth={3} />
        </span>
        {props.label}
      </AriaCheckbox>
      {props.hint !== undefined && (
        <div id={`${ids}-hint`} className={css.hint}>
          {props.hint}
        </div>
      )}
      {problem !== null && (
        <p id={`${ids}-problem`} className={css.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
