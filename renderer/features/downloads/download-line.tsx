import { Link } from '@tanstack/react-router';
import { GripVertical, Pause, Play, RotateCw, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import { cx } from '../../lib/cx.ts';
import { downloadLine, downloadShare, useDownloadActions } from '../../lib/downloads.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { awayWords, useFolder } from '../../lib/folder.ts';
import { useFormat } from '../../lib/format.ts';
import { isLicenceWorthSaying, licenceWords } from '../../lib/licence-words.ts';
import { useRemoving } from '../../lib/removing.ts';
import { waitHint } from '../../lib/wait-words.ts';
import { Button } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { MakeRoom } from '../../ui/make-room.tsx';
import { CheckButton } from './check-lecture.tsx';
import css from './downloads.module.css';
import { MoveMenu } from './move-menu.tsx';
import type { LineDrag } from './use-drag.ts';
import { type LineMove, useMove } from './use-move.ts';

/** One download with its numbers and what can be done about it; `count` lines are on their way with it. */
export function DownloadLine(props: {
  readonly item: DownloadItem;
  readonly count: number;
  readonly drag?: LineDrag;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { item, count, drag } = props;
  const folder = useFolder();
  const away = folder?.state === 'away' ? folder : null;
  const line = [
    downloadLine(item, t, format),
    ...(away !== null && item.state === 'complete' ? [awayWords(away, t)] : []),
  ].join(' · ');
  const complete = item.state === 'complete';
  const trouble = useErrorWords(item.state === 'failed' ? item.error : null);
  const more = item.waitsFor ? waitHint(item.waitsFor, t, folder?.driveName ?? null) : (trouble?.body ?? null);
  const lineMove = useMove(item, count);
  return (
    // The keys work wherever the focus is in the line.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={cx(css.line, drag && css[drag.state])} style={drag?.style} onKeyDown={lineMove.onKeyDown}>
      {drag && (
        // For a pointer only: keys have the menu, and Alt with the arrows.
        <span className={css.grip} title={t('queue.drag')} aria-hidden {...drag.grip}>
          <GripVertical size={16} />
        </span>
      )}
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
        {more !== null && (
          <p className={css.trouble}>
            {more} {lacksRoom(item) && <MakeRoom />}
          </p>
        )}
        <VisuallyHidden>
          <span role="status">{lineMove.said}</span>
        </VisuallyHidden>
      </div>
      <Controls item={item} lineMove={lineMove} />
    </li>
  );
}

/** Whether removing something would help. */
function lacksRoom({ waitsFor, error, state }: DownloadItem): boolean {
  if (state === 'failed') return error?.code === 'disk-full';
  return waitsFor?.kind === 'disk-full' || waitsFor?.kind === 'cap' || waitsFor?.kind === 'floor';
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

/** It goes to the bin at once, whole or not, and can be called back. */
function Remove({ item }: { readonly item: DownloadItem }): ReactNode {
  const { t } = useTranslation();
  const { remove } = useRemoving();
  const title = item.lectureTitle;
  const complete = item.state === 'complete';
  return (
    <IconButton
      label={complete ? t('download.removeNamed', { title }) : t('download.cancelNamed', { title })}
      onPress={() => void remove([item], !complete)}
    >
      {complete ? <Trash2 size={18} aria-hidden /> : <X size={18} aria-hidden />}
    </IconButton>
  );
}
