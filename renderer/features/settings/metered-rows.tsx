import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../../lib/requests.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Row } from './row.tsx';
import type { SettingsPartProps } from './use-change-settings.ts';

/** What happens on a line that costs by the amount, and whether this one does. */
export function MeteredRows({ settings, onChange }: SettingsPartProps): ReactNode {
  const { t } = useTranslation();
  const platform = useRequest('app.about', null).data?.platform;
  return (
    <>
      <Row title={t('metered.settings.title')} hint={t('metered.settings.hint')}>
        <Segmented
          label={t('metered.settings.title')}
          value={settings.downloadMetered}
          onChange={(downloadMetered) => {
            onChange({ downloadMetered });
          }}
          options={[
            { id: 'ask', label: t('metered.settings.ask') },
            { id: 'always', label: t('metered.settings.always') },
            { id: 'never', label: t('metered.settings.never') },
          ]}
        />
      </Row>
      <Row
        title={t('metered.settings.line')}
        hint={platform === 'macos' ? t('metered.settings.lineHintMac') : t('metered.settings.lineHint')}
      >
        <Segmented
          label={t('metered.settings.line')}
          value={settings.lineIsMetered}
          onChange={(lineIsMetered) => {
            onChange({ lineIsMetered });
          }}
          options={[
            { id: 'as-the-system-says', label: t('metered.settings.system') },
            { id: 'yes', label: t('metered.settings.yes') },
            { id: 'no', label: t('metered.settings.no') },
          ]}
        />
      </Row>
    </>
  );
}
