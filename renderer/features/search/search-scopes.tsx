import { CircleCheck } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { ToggleButton, Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useRequest } from '../../lib/requests.ts';
import { type Narrowing, scopes } from '../../lib/search-narrowing.ts';
import css from './search-scopes.module.css';

/** What the search is narrowed to, as marks that are pressed and combine: one stop for Tab, arrows go about; whoever types is back in the field. */
export function SearchScopes(props: {
  readonly narrowing: Narrowing;
  readonly onChange: (narrowing: Narrowing) => void;
  /** Gives the focus back to the field. */
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { narrowing, onChange } = props;
  const known = useRequest('search.languages', null).data ?? [];
  // One language is no choice.
  const languages = known.length > 1 || narrowing.language !== null ? known : [];
  const goBack = (event: KeyboardEvent): void => {
    const writes = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (writes || event.code === 'ArrowDown' || event.code === 'Backspace') props.onLeave();
  };
  return (
    <div className={css.room} onKeyDownCapture={goBack} role="presentation">
      <Toolbar aria-label={t('search.narrow')} className={css.bar ?? ''}>
        {scopes.map((scope) => (
          <ToggleButton
            key={scope}
            className={css.chip ?? ''}
            isSelected={narrowing.scopes.includes(scope)}
            onChange={(isOn) => {
              const others = narrowing.scopes.filter((each) => each !== scope);
              onChange({ ...narrowing, scopes: isOn ? [...others, scope] : others });
            }}
          >
            {t(`search.scope.${scope}`)}
          </ToggleButton>
        ))}
        <ToggleButton
          className={css.chip ?? ''}
          isSelected={narrowing.here}
          onChange={(here) => {
            onChange({ ...narrowing, here });
          }}
        >
          <CircleCheck size={14} aria-hidden />
          {t('browse.here')}
        </ToggleButton>
        {languages.map((language) => (
          <ToggleButton
            key={language}
            className={css.chip ?? ''}
            isSelected={narrowing.language === language}
            onChange={(isOn) => {
              onChange({ ...narrowing, language: isOn ? language : null });
            }}
          >
            <span className={css.language}>{format.language(language)}</span>
          </ToggleButton>
        ))}
      </Toolbar>
    </div>
  );
}
