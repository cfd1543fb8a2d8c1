import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import css from './checkbox.module.css';

/** A box to tick, with a sentence that says what ticking means. */
export function Checkbox(props: {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactNode {
  const hintId = useId();
  return (
    <div className={css.wrap}>
      <AriaCheckbox
        className={css.box ?? ''}
        isSelected={props.checked}
        onChange={props.onChange}
        aria-describedby={hintId}
      >
        <span className={css.square} aria-hidden>
          <Check size={14} strokeWidth={3} />
        </span>
        {props.label}
      </AriaCheckbox>
      <p id={hintId} className={css.hint}>
        {props.hint}
      </p>
    </div>
  );
}
