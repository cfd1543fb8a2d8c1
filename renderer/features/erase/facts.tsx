import type { ReactNode } from 'react';
import css from './erase.module.css';

/** Numbers with what they count, in a line. */
export function Facts(props: {
  readonly facts: readonly { readonly number: string; readonly words: string }[];
}): ReactNode {
  return (
    <ul className={css.facts}>
      {props.facts.map(({ number, words }) => (
        <li key={words} className={css.fact}>
          <span className={css.number}>{number}</span> <span className={css.words}>{words}</span>
        </li>
      ))}
    </ul>
  );
}
