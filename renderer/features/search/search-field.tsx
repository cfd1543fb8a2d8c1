import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { searchLength } from '../../../contract/domain/search.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './search.module.css';

/** The line to write in; the list below belongs to it, and it has the keys for both. */
export function SearchField({
  inputRef: input,
  ...props
}: {
  readonly value: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly listId: string;
  readonly expanded: boolean;
  readonly activeId: string | null;
  readonly onChange: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={css.line}>
      <Search size={20} aria-hidden className={css.glass} />
      <input
        ref={input}
        type="text"
        role="combobox"
        className={css.input}
        aria-label={t('search.title')}
        placeholder={t('search.placeholder')}
        aria-autocomplete="list"
        aria-expanded={props.expanded}
        aria-controls={props.expanded ? props.listId : undefined}
        aria-activedescendant={props.activeId ?? undefined}
        value={props.value}
        maxLength={searchLength}
        spellCheck={false}
        autoComplete="off"
        autoCorrect="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is opened to write in.
        autoFocus
        onChange={(event) => {
          props.onChange(event.currentTarget.value);
        }}
        onKeyDown={props.onKeyDown}
      />
      {props.value !== '' && (
        <IconButton
          size="small"
          placement="bottom"
          label={t('search.clear')}
          onPress={() => {
            props.onChange('');
            input.current?.focus();
          }}
        >
          <X size={18} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
