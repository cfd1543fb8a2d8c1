import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../../lib/requests.ts';
import { searchKeyLabel } from '../../lib/search-key.ts';
import { openSheet } from '../../lib/window-sheet.ts';
import css from './search-button.module.css';

/** The search in the title bar: looks like the field that it opens. */
export function SearchButton(): ReactNode {
  const { t } = useTranslation();
  const platform = useRequest('app.about', null).data?.platform;
  return (
    <Button
      className={css.button ?? ''}
      aria-haspopup="dialog"
      onPress={() => {
        openSheet('search');
      }}
    >
      <Search size={16} aria-hidden className={css.glass} />
      <span className={css.words}>{t('search.title')}</span>
      <kbd className={css.key} aria-hidden>
        {searchKeyLabel(platform)}
      </kbd>
    </Button>
  );
}
