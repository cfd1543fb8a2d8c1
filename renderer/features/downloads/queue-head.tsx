import { Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import { useDownloadActions } from '../../lib/downloads.ts';
import { useFormat } from '../../lib/format.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './queue.module.css';

/** All that is on its way in one line, and the one button for all of it. */
export function QueueHead({ items }: { readonly items: readonly DownloadItem[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const actions = useDownloadActions();
  const paused = useRequest('settings.read', null).data?.downloadsPaused ?? false;
  const sum = (of: (item: DownloadItem) => number): number => items.reduce((total, item) => total + of(item), 0);
  const receivedBytes = sum((item) => item.receivedBytes);
  const sizeBytes = sum((item) => item.sizeBytes);
  const speed = sum((item) => item.bytesPerSecond ?? 0);
  const words = [
    t('queue.total', { count: items.length, amount: format.bytesOf(receivedBytes, sizeBytes) }),
    ...(paused ? [t('queue.wait.allPaused')] : []),
    ...(speed > 0 && !paused
      ? [
          format.speed(speed),
          t('download.left', { time: format.duration(((sizeBytes - receivedBytes) / speed) * 1000) }),
        ]
      : []),
  ].join(' · ');
  return (
    <div className={css.head}>
      <div className={css.total}>
        <ProgressLine
          share={sizeBytes === 0 ? 0 : receivedBytes / sizeBytes}
          label={t('queue.progress')}
          valueText={words}
          resting={speed === 0}
        />
        <p className={css.words}>{words}</p>
      </div>
      <Button
        icon={paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
        onPress={() => void (paused ? actions.resumeAll() : actions.pauseAll())}
      >
        {paused ? t('queue.resumeAll') : t('queue.pauseAll')}
      </Button>
    </div>
  );
}
