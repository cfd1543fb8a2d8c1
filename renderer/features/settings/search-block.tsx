import { X } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/domain/settings.ts';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { keepAnswer } from '../../lib/requests.ts';
import { useSearchHistory } from '../../lib/search-history.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Block } from '../../ui/page.tsx';
import css from './search-block.module.css';
import { sectionId } from './sections.ts';
import settingsCss from './settings.module.css';

/** Whether searches are remembered, which are, and how to be rid of them. */
export function SearchBlock({ settings }: { readonly settings: Settings }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  const { texts, forget } = useSearchHistory();
  const change = async (searchHistory: boolean): Promise<void> => {
    const changed = await attempt(async () => {
      keepAnswer(client, 'settings.read', null, await ask('settings.update', { searchHistory }));
    });
    if (!changed || searchHistory) return;
    client.removeQueries({ queryKey: ['search.history'] });
    show({ text: t('search.settings.off') });
  };
  return (
    <Block
      id={sectionId('search')}
      title={t('search.title')}
      aside={
        texts.length > 0 && (
          <Button size="small" onPress={() => forget(null)}>
            {t('search.settings.forgetAll')}
          </Button>
        )
      }
    >
      <div className={settingsCss.boxes}>
        <Checkbox
          label={t('search.settings.remember')}
          hint={t('search.settings.rememberHint')}
          checked={settings.searchHistory}
          onChange={(on) => void change(on)}
        />
        {settings.searchHistory && texts.length === 0 && <p className={css.none}>{t('search.settings.none')}</p>}
        {texts.length > 0 && (
          <ul className={css.list} aria-label={t('search.group.recent')}>
            {texts.map((text) => (
              <li key={text} className={css.line}>
                <span className={css.text}>{text}</span>
                <IconButton size="small" label={t('search.forget', { text })} onPress={() => forget(text)}>
                  <X size={16} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Block>
  );
}
