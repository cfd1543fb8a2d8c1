import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import css from './search.module.css';
import type { Found } from './use-found.ts';

/** What is to be said about an answer: that other words were searched for, that nothing was found, that it failed; the number of results is spoken. */
export function SearchWords(props: {
  readonly found: Found;
  readonly waiting: boolean;
  /** Lines in the list. */
  readonly count: number;
  readonly onAgain: () => void;
  /** Searches everywhere; null: it does already. */
  readonly onWiden: (() => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { found, count } = props;
  const error = useErrorWords(found.error);
  const isAnswer = found.text !== '' && found.error === null;
  const { corrected } = found.answer;
  const instead = isAnswer && corrected !== null ? t('search.corrected', { text: found.text, corrected }) : null;
  const isNothing = isAnswer && count === 0;
  return (
    <>
      <p role="status" className={css.spoken}>
        {isAnswer && !props.waiting && (
          <>
            {instead} {isNothing ? t('search.none', { text: found.text }) : null}
            {count > 0 && t('search.count', { count, number: format.number(count) })}
          </>
        )}
      </p>
      {error && <ErrorNotice words={error} onAction={props.onAgain} className={css.notice ?? ''} />}
      {instead !== null && (
        <p className={css.instead} aria-hidden>
          {instead}
        </p>
      )}
      {isNothing && (
        <div className={css.none}>
          <p className={css.noneTitle} aria-hidden>
            {t('search.none', { text: found.text })}
          </p>
          <p>{props.onWiden ? t('search.noneNarrow') : t('search.noneBody')}</p>
          {props.onWiden && (
            <p>
              <LinkButton onPress={props.onWiden}>{t('search.everywhere')}</LinkButton>
            </p>
          )}
        </div>
      )}
    </>
  );
}
