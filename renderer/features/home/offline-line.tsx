import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from './home.module.css';

/** Without a network: how much of everything is here. */
export function OfflineLine(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const items = useRequest('downloads.list', null).data ?? [];
  const count = items.filter((item) => item.state === 'complete').length;
  return (
    <Notice
      className={css.offline ?? ''}
      title={t('home.offlineTitle')}
      action={
        count > 0 && (
          <Button size="small" onPress={() => void router.navigate({ to: '/downloads' })}>
            {t('home.offlineShow')}
          </Button>
        )
      }
    >
      {count > 0 ? t('home.offlineReady', { count }) : t('home.offlineNothing')}
    </Notice>
  );
}
