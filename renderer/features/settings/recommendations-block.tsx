import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { refresh, useRequest } from '../../lib/requests.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Block } from '../../ui/page.tsx';
import { Row } from './row.tsx';
import { sectionId } from './sections.ts';
import css from './settings.module.css';
import type { SettingsPartProps } from './use-change-settings.ts';

/** Whether courses are recommended, and beginning anew. */
export function RecommendationsBlock({ settings, onChange }: SettingsPartProps): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  const [asking, setAsking] = useState(false);
  const objects = useRequest('rights.read', null).data?.processing.objectsToProfiling === true;
  const reset = async (): Promise<void> => {
    if (!(await attempt(() => ask('recommendations.reset', null)))) return;
    show({ text: t('settings.recommendations.done') });
    await refresh(client, 'recommendations.read');
  };
  return (
    <Block id={sectionId('recommendations')} title={t('settings.recommendations.title')}>
      <div className={css.boxes}>
        <Checkbox
          label={t('settings.recommendations.on')}
          hint={t(objects ? 'rights.objectedHint' : 'settings.recommendations.onHint')}
          checked={settings.recommendations && !objects}
          isDisabled={objects}
          onChange={(recommendations) => {
            onChange({ recommendations });
          }}
        />
      </div>
      {settings.recommendations && !objects && (
        <Row title={t('settings.recommendations.anew')} hint={t('settings.recommendations.anewHint')}>
          <Button
            onPress={() => {
              setAsking(true);
            }}
          >
            {t('settings.recommendations.anewButton')}
          </Button>
        </Row>
      )}
      <Confirm
        open={asking}
        title={t('settings.recommendations.askTitle')}
        confirmLabel={t('settings.recommendations.askConfirm')}
        cancelLabel={t('settings.recommendations.askCancel')}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => void reset()}
      >
        {t('settings.recommendations.askBody')}
      </Confirm>
    </Block>
  );
}
