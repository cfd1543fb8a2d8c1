import type { ReactNode } from 'react';
import type { Marked } from '../../../contract/domain/search.ts';
import css from './results.module.css';

/** The words in one piece. */
export function plainWords(words: Marked): string {
  return words.map(({ text }) => text).join('');
}

/** Words with those marked that were looked for; whatever is in them is shown as text. */
export function MarkedWords({ words }: { readonly words: Marked }): ReactNode {
  return words.map(({ text, hit }, index) =>
    hit ? (
      // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no name but their place.
      <mark key={index} className={css.mark}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
