import { useRouter } from '@tanstack/react-router';
import { ArrowLeft, Download, Play, RotateCw, VideoOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { downloadLine, downloadShare, useDownload, useDownloadActions } from '../../lib/downloads.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './stage-error.module.css';

/** Instead of a black screen: what happened, and the button that repairs it. */
export function StageError(props: {
  readonly error: AppError;
  readonly lectureId: LectureId;
  readonly courseId?: CourseId;
  readonly busy: boolean;
  readonly onRetry: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const words = useErrorWords(props.error);
  const item = useDownload(props.lectureId);
  const [mended, setMended] = useState(false);
  const courseId = props.courseId ?? item?.courseId;
  const running = mended && item !== null;
  const back = (): void => {
    if (courseId) void router.navigate({ to: '/courses/$courseId', params: { courseId } });
    else void router.navigate({ to: '/courses' });
  };
  if (!words) return null;
  return (
    <div className={css.stage} data-region>
      <div className={css.drag} />
      <main className={css.words}>
        <VideoOff size={32} aria-hidden className={css.icon} />
        <div role="alert" className={css.text}>
          <h1 className={css.title}>{running ? t('player.mending') : words.title}</h1>
          <p className={css.body}>{running ? t('player.mendingBody') : words.body}</p>
        </div>
        {running ? <Mending lectureId={props.lectureId} /> : null}
        <div className={css.buttons}>
          {running && item.state === 'complete' ? (
            <Button look="primary" size="large" icon={<Play size={18} aria-hidden />} onPress={props.onRetry}>
              {t('player.playNow')}
            </Button>
          ) : null}
          {!running && (
            <Repair
              {...props}
              onMended={() => {
                setMended(true);
              }}
            />
          )}
          <Button size="large" icon={<ArrowLeft size={18} aria-hidden />} onPress={back}>
            {t('player.back')}
          </Button>
        </div>
      </main>
    </div>
  );
}

/** The one button that helps with this error. */
function Repair(props: Parameters<typeof StageError>[0] & { readonly onMended: () => void }): ReactNode {
  const words = useErrorWords(props.error);
  const item = useDownload(props.lectureId);
  const settings = useRequest('settings.read', null).data;
  const actions = useDownloadActions();
  const [busy, setBusy] = useState(false);
  if (!words || words.actionLabel === null || words.action === 'courses') return null;
  const fetches = words.action === 'download-again' || words.action === 'download';
  const quality = item?.quality ?? settings?.downloadQuality ?? '720p';
  const act = async (): Promise<void> => {
    if (words.action === 'sign-in') {
      await ask('account.lock', null).catch(() => null);
      return;
    }
    if (!fetches) {
      props.onRetry();
      return;
    }
    setBusy(true);
    const work =
      words.action === 'download-again'
        ? actions.again(props.lectureId, quality)
        : actions.start([props.lectureId], quality);
    if (await work) props.onMended();
    setBusy(false);
  };
  return (
    <Button
      look="primary"
      size="large"
      isPending={busy || props.busy}
      icon={fetches ? <Download size={18} aria-hidden /> : <RotateCw size={18} aria-hidden />}
      onPress={() => void act()}
    >
      {words.actionLabel}
    </Button>
  );
}

function Mending({ lectureId }: { readonly lectureId: LectureId }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const item = useDownload(lectureId);
  if (!item) return null;
  const line = downloadLine(item, t, format);
  return (
    <div className={css.progress}>
      <ProgressLine
        share={downloadShare(item)}
        label={t('download.progressOf', { title: item.lectureTitle })}
        valueText={line}
      />
      <p className={css.line}>{line}</p>
    </div>
  );
}
