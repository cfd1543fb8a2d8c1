import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import { useDownloadActions } from '../../lib/downloads.ts';
import { useFormat } from '../../lib/format.ts';
import { useMeteredAnswer } from '../../lib/metered-answer.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from './queue.module.css';

/** The one question about a line that costs by the amount, above the downloads that wait for another one. */
export function MeteredNotice({ items }: { readonly items: readonly DownloadItem[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const actions = useDownloadActions();
  const { waits, wait } = useMeteredAnswer();
  const settings = useRequest('settings.read', null).data;
  const held = items.filter(({ waitsFor }) => waitsFor?.kind === 'metered');
  if (held.length === 0 || !settings) return null;
  const size = format.bytes(held.reduce((sum, item) => sum + item.sizeBytes - item.receivedBytes, 0));
  const asks = settings.downloadMetered === 'ask';
  return (
    <Notice
      spoken
      className={css.metered ?? ''}
      title={asks && !waits ? t('metered.title') : t('metered.waitTitle')}
      action={
        asks && (
          <div className={css.answers}>
            <Button size="small" onPress={() => void actions.allowMetered()}>
              {t('metered.download')}
            </Button>
            {!waits && (
              <Button size="small" look="quiet" onPress={wait}>
                {t('metered.wait')}
              </Button>
            )}
          </div>
        )
      }
    >
      {t('metered.body', { count: held.length, size })}
    </Notice>
  );
}
