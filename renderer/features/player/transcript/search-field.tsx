import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import css from './transcript.module.css';

/** Looks for words in the transcript: Enter goes to the next place, Shift+Enter to the one before, Esc clears. */
export function SearchField(props: {
  readonly query: string;
  readonly hitCount: number;
  readonly at: number | null;
  readonly onQuery: (query: string) => void;
  readonly onStep: (to: 'next' | 'previous') => void;
  /** Beside the field. */
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const { query, hitCount, at } = props;
  const asked = query.trim() !== '';
  const clear = (): void => {
    props.onQuery('');
    input.current?.focus();
  };
  const count =
    hitCount === 0
      ? t('transcript.none')
      : at === null
        ? t('transcript.found', { count: hitCount, number: format.number(hitCount) })
        : t('transcript.place', { place: format.number(at + 1), total: format.number(hitCount) });
  return (
    <div role="search" className={css.tools}>
      <div className={css.first}>
        <div className={css.search}>
          <Search size={16} aria-hidden className={css.glass} />
          <input
            ref={input}
            type="text"
            className={css.input}
            aria-label={t('transcript.search')}
            placeholder={t('transcript.search')}
            value={query}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              props.onQuery(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                event.preventDefault();
                props.onStep(event.shiftKey ? 'previous' : 'next');
              } else if (event.key === 'Escape' && query !== '') {
                event.preventDefault();
                event.stopPropagation();
                clear();
              }
            }}
          />
          {asked && (
            <IconButton size="small" placement="bottom" label={t('transcript.clear')} shortcut="Esc" onPress={clear}>
              <X size={16} aria-hidden />
            </IconButton>
          )}
        </div>
        {props.children}
      </div>
      <div className={asked ? css.result : ''}>
        <span role="status" className={css.count}>
          {asked && count}
        </span>
        {asked && (
          <>
            <IconButton
              size="small"
              placement="bottom"
              label={t('transcript.previous')}
              shortcut="Shift+Enter"
              isDisabled={hitCount === 0}
              onPress={() => {
                props.onStep('previous');
              }}
            >
              <ChevronUp size={16} aria-hidden />
            </IconButton>
            <IconButton
              size="small"
              placement="bottom"
              label={t('transcript.next')}
              shortcut="Enter"
              isDisabled={hitCount === 0}
              onPress={() => {
                props.onStep('next');
              }}
            >
              <ChevronDown size={16} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
    </div>
  );
}
