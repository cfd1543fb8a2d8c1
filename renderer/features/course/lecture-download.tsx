import { CircleCheck, Unplug, Download, Pause, Play, Replace, RotateCw, Trash2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../../contract/domain/course.ts';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { LectureRow, QualityOption } from '../../../contract/domain/views.ts';
import { downloadLine, downloadShare, useDownload, useDownloadActions } from '../../lib/downloads.ts';
import { useFolder } from '../../lib/folder.ts';
import { useFormat } from '../../lib/format.ts';
import { pickQuality } from '../../lib/quality.ts';
import { useRemoving } from '../../lib/removing.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './lecture-download.module.css';

/** A lecture's download on the course page: the button, then its progress, then the mark that it is here. */
export function LectureDownload(props: {
  readonly lecture: LectureRow;
  readonly quality: Quality;
  readonly offered: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const item = useDownload(props.lecture.id);
  const actions = useDownloadActions();
  const [starting, setStarting] = useState(false);
  const option = pickQuality(props.lecture.qualities, props.quality);
  if (item) return <Known item={item} option={option} />;
  if (!option || !props.offered) return null;
  const start = async (): Promise<void> => {
    setStarting(true);
    await actions.start([props.lecture.id], option.quality);
    setStarting(false);
  };
  return (
    <div className={css.cell}>
      <Button
        size="small"
        look="plain"
        icon={<Download size={16} aria-hidden />}
        isPending={starting}
        aria-label={t('download.startNamed', { title: props.lecture.title, size: format.bytes(option.sizeBytes) })}
        onPress={() => void start()}
      >
        {t('download.start', { size: format.bytes(option.sizeBytes) })}
      </Button>
    </div>
  );
}

function Known({ item, option }: { readonly item: DownloadItem; readonly option: QualityOption | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const line = downloadLine(item, t, format);
  if (item.state === 'complete') return <Here item={item} option={option} />;
  return (
    <div className={css.cell}>
      <div className={css.running}>
        <ProgressLine
          share={downloadShare(item)}
          label={t('download.progressOf', { title: item.lectureTitle })}
          valueText={line}
          resting={item.state !== 'downloading' && item.state !== 'verifying'}
        />
        <p className={css.line}>{line}</p>
      </div>
      <Control item={item} />
    </div>
  );
}

function Control({ item }: { readonly item: DownloadItem }): ReactNode {
  const { t } = useTranslation();
  const actions = useDownloadActions();
  const { remove } = useRemoving();
  const title = item.lectureTitle;
  if (item.state === 'verifying') return null;
  if (item.state === 'downloading' || item.state === 'queued' || item.state === 'waiting') {
    return (
      <IconButton
        size="small"
        label={t('download.pauseNamed', { title })}
        onPress={() => void actions.pause(item.lectureId)}
      >
        <Pause size={16} aria-hidden />
      </IconButton>
    );
  }
  const failed = item.state === 'failed';
  return (
    <span className={css.two}>
      <IconButton
        size="small"
        label={failed ? t('download.retryNamed', { title }) : t('download.resumeNamed', { title })}
        onPress={() => void actions.resume(item.lectureId)}
      >
        {failed ? <RotateCw size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      </IconButton>
      <IconButton size="small" label={t('download.cancelNamed', { title })} onPress={() => void remove([item], true)}>
        <X size={16} aria-hidden />
      </IconButton>
    </span>
  );
}

/** The lecture is on this computer, how to have it in the quality chosen above instead, and how to take it off. */
function Here({ item, option }: Parameters<typeof Known>[0]): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const actions = useDownloadActions();
  const away = useFolder()?.state === 'away';
  const { remove } = useRemoving();
  return (
    <div className={css.cell}>
      <p className={css.here}>
        {away ? <Unplug size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
        <span>{away ? t('folder.awayShort') : t('download.here')}</span>
      </p>
      {option !== null && option.quality !== item.quality && (
        <IconButton
          size="small"
          label={t('queue.replaceNamed', {
            quality: t(`quality.${option.quality}`),
            size: format.bytes(option.sizeBytes),
            title: item.lectureTitle,
          })}
          onPress={() => void actions.start([item.lectureId], option.quality)}
        >
          <Replace size={16} aria-hidden />
        </IconButton>
      )}
      <IconButton
        size="small"
        label={t('download.removeNamed', { title: item.lectureTitle })}
        onPress={() => void remove([item])}
      >
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
