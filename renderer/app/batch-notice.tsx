import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, listen } from '../lib/api.ts';

/** Has the system tell when the last download has ended: how many, and never which, for a notice is read by whoever stands by. */
export function BatchNotice(): ReactNode {
  const { t } = useTranslation();
  useEffect(
    () =>
      listen('downloads.ended', ({ completeCount, failedCount }) => {
        const here = t('notice.here', { count: completeCount });
        const failed = t('notice.failed', { count: failedCount });
        const words =
          completeCount === 0
            ? { title: failed, body: t('notice.failedBody') }
            : { title: here, body: failedCount > 0 ? failed : t('notice.hereBody') };
        void ask('system.notify', words).catch(() => null);
      }),
    [t],
  );
  return null;
}
