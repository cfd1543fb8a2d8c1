import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Block } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Row } from './row.tsx';
import { sectionId } from './sections.ts';
import type { SettingsPartProps } from './use-change-settings.ts';

/** Language and theme of the app. */
export function LookBlock(props: SettingsPartProps): ReactNode {
  const { t } = useTranslation();
  const { settings, onChange } = props;
  return (
    <Block id={sectionId('look')} title={t('settings.look')}>
      <Row title={t('settings.language')} hint={t('settings.languageHint')}>
        <Segmented
          label={t('settings.language')}
          value={settings.language}
          onChange={(language) => {
            onChange({ language });
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
            onChange({ theme });
          }}
          options={[
            { id: 'system', label: t('settings.system') },
            { id: 'light', label: t('settings.light') },
            { id: 'dark', label: t('settings.dark') },
          ]}
        />
      </Row>
    </Block>
  );
}
