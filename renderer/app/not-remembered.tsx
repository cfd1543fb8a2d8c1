import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../lib/requests.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import css from './frame.module.css';

/** Says once that the computer's keychain refused to remember the person; the settings say it where the box is. */
export function NotRemembered(): ReactNode {
  const { t } = useTranslation();
  const account = useRequest('account.read', null).data;
  const [read, setRead] = useState(false);
  if (read || account?.kind !== 'signed-in' || account.remembered !== 'refused') return null;
  return (
    <div className={css.notice}>
      <Notice
        tone="amber"
        title={t('frame.notRemembered.title')}
        action={
          <Button
            size="small"
            look="quiet"
            onPress={() => {
              setRead(true);
            }}
          >
            {t('common.understood')}
          </Button>
        }
      >
        {t('frame.notRemembered.body')}
      </Notice>
    </div>
  );
}
