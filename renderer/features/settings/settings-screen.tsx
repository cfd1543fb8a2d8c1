import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../contract/domain/settings.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { qualities } from '../../lib/quality.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { keepAnswer, useAsk, useRequest } from '../../lib/requests.ts';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block, Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AboutBlock } from './about-block.tsx';
import { ComputersBlock } from './computers-block.tsx';
import css from './settings.module.css';

/** What a person chose for this computer; every change holds at once. */
export function SettingsScreen(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const settings = useRequest('settings.read', null).data;
  const update = useAsk('settings.update');
  const error = useErrorWords(update.error ? toAppError(update.error) : null);
  const change = (part: Partial<Settings>): void => {
    update.mutate(part, {
      onSuccess: (next) => {
        keepAnswer(client, 'settings.read', null, next);
      },
    });
  };
  if (!settings) return null;
  return (
    <Page title={t('settings.title')} narrow>
      {error && <ErrorNotice words={error} />}
      <Block title={t('settings.look')}>
        <Row title={t('settings.language')} hint={t('settings.languageHint')}>
          <Segmented
            label={t('settings.language')}
            value={settings.language}
            onChange={(language) => {
              change({ language });
            }}
            options={[
              { id: 'system', label: t('settings.system') },
              { id: 'en', label: t('settings.english'), lang: 'en' },
              { id: 'ru', label: t('settings.russian'), lang: 'ru' },
            ]}
          />
        </Row>
        <Row title={t('settings.theme')} hint={t('settings.themeHint')}>
          <Segmented
            label={t('settings.theme')}
            value={settings.theme}
            onChange={(theme) => {
              change({ theme });
            }}
            options={[
              { id: 'system', label: t('settings.system') },
              { id: 'light', label: t('settings.light') },
              { id: 'dark', label: t('settings.dark') },
            ]}
          />
        </Row>
      </Block>
      <Block title={t('settings.downloads')}>
        <Row title={t('settings.quality')} hint={t('settings.qualityHint')}>
          <Choice
            label={t('settings.quality')}
            hideLabel
            className={css.choice ?? ''}
            value={settings.downloadQuality}
            onChange={(downloadQuality) => {
              change({ downloadQuality });
            }}
            options={qualities.map((quality) => ({ id: quality, label: t(`quality.${quality}`) }))}
          />
        </Row>
      </Block>
      <ComputersBlock />
      <AboutBlock />
    </Page>
  );
}

function Row(props: { readonly title: string; readonly hint: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={css.row}>
      <div className={css.words}>
        <h3 className={css.title}>{props.title}</h3>
        <p className={css.hint}>{props.hint}</p>
      </div>
      {props.children}
    </div>
  );
}
