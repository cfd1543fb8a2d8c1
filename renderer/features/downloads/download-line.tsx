import { Link } from '@tanstack/react-router';
import { Pause, Play, RotateCw, Trash2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import { downloadLine, downloadShare, useDownloadActions } from '../../lib/downloads.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { isLicenceWorthSaying, licenceWords } from '../../lib/licence-words.ts';
import { useToasts } from '../../lib/toasts.ts';
import { waitHint } from '../../lib/wait-words.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Cover } from '../../ui/cover.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { CheckButton } from './check-lecture.tsx';
import css from './downloads.module.css';
import { MoveMenu } from './move-menu.tsx';
import { type LineMove, useMove } from './use-move.ts';

/** One download with its numbers and what can be done about it; `count` lines are on their way with it. */
export function DownloadLine({ item, count }: { readonly item: DownloadItem; readonly count: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const line = downloadLine(item, t, format);
  const complete = item.state === 'complete';
  const trouble = useErrorWords(item.state === 'failed' ? item.error : null);
  const more = item.waitsFor ? waitHint(item.waitsFor, t) : (trouble?.body ?? null);
  const lineMove = useMove(item, count);
  return (
    // The keys work wherever the focus is in the line.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={css.line} onKeyDown={lineMove.onKeyDown}>
      <Cover url={item.coverUrl} title={item.lectureTitle} className={css.cover ?? ''} />
      <div className={css.words}>
        <h3 className={css.title}>
          <Link to="/watch/$lectureId" params={{ lectureId: item.lectureId }} className={css.link ?? ''}>
            {item.lectureTitle}
          </Link>
        </h3>
        <p className={css.course}>
          <Link to="/courses/$courseId" params={{ courseId: item.courseId }} className={css.courseLink ?? ''}>
            {item.courseTitle}
          </Link>
        </p>
        {!complete && (
          <ProgressLine
            className={css.progress ?? ''}
            share={downloadShare(item)}
            label={t('download.progressOf', { title: item.lectureTitle })}
            valueText={line}
            resting={item.state !== 'downloading' && item.state !== 'verifying'}
          />
        )}
        <p className={item.state === 'failed' ? css.failed : css.numbers}>{line}</p>
        {complete && isLicenceWorthSaying(item.licence) && (
          <p className={css.trouble}>{licenceWords(item.licence, t)}</p>
        )}
        {more !== null && <p className={css.trouble}>{more}</p>}
        <VisuallyHidden>
          <span role="status">{lineMove.said}</span>
        </VisuallyHidden>
      </div>
      <Controls item={item} lineMove={lineMove} />
    </li>
  );
}

function Controls({ item, lineMove }: { readonly item: DownloadItem; readonly lineMove: LineMove }): ReactNode {
  const { t } = useTranslation();
  const actions = useDownloadActions();
  const title = item.lectureTitle;
  const pausable = item.state === 'downloading' || item.state === 'queued' || item.state === 'waiting';
  return (
    <div className={css.controls}>
      {lineMove.moves.length > 0 && <MoveMenu item={item} moves={lineMove.moves} onMove={lineMove.move} />}
      {pausable && (
        <IconButton label={t('download.pauseNamed', { title })} onPress={() => void actions.pause(item.lectureId)}>
          <Pause size={18} aria-hidden />
        </IconButton>
      )}
      {item.state === 'paused' && (
        <IconButton label={t('download.resumeNamed', { title })} onPress={() => void actions.resume(item.lectureId)}>
          <Play size={18} aria-hidden />
        </IconButton>
      )}
      {item.state === 'failed' && (
        <Button
          size="small"
          icon={<RotateCw size={16} aria-hidden />}
          aria-label={t('download.retryNamed', { title })}
          onPress={() => void actions.resume(item.lectureId)}
        >
          {t('errorAction.retry')}
        </Button>
      )}
      {item.state === 'complete' && <CheckButton item={item} />}
      <Remove item={item} />
    </div>
  );
}

/** A whole lecture is asked about before it goes; an unfinished one goes at once and can be called back. */
function Remove({ item }: { readonly item: DownloadItem }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const actions = useDownloadActions();
  const show = useToasts((state) => state.show);
  const [asking, setAsking] = useState(false);
  const title = item.lectureTitle;
  const size = format.bytes(item.sizeBytes);
  const complete = item.state === 'complete';
  const cancel = async (): Promise<void> => {
    if (!(await actions.remove(item.lectureId))) return;
    show({
      text: t('download.cancelled', { title }),
      action: { label: t('common.undo'), run: () => void actions.start([item.lectureId], item.quality) },
    });
  };
  return (
    <>
      <IconButton
        label={complete ? t('download.removeNamed', { title }) : t('download.cancelNamed', { title })}
        onPress={() => {
          if (complete) setAsking(true);
          else void cancel();
        }}
      >
        {complete ? <Trash2 size={18} aria-hidden /> : <X size={18} aria-hidden />}
      </IconButton>
      <Confirm
        open={asking}
        danger
        title={t('download.removeTitle', { title })}
        confirmLabel={t('download.removeConfirm', { size })}
        cancelLabel={t('download.keep')}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => void actions.remove(item.lectureId)}
      >
        {t('download.removeBody', { size })}
      </Confirm>
    </>
  );
}
