import { useRouter } from '@tanstack/react-router';
import { ArrowLeft, Play, VideoOff, Wifi } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../../contract/domain/course.ts';
import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import type { PlaybackChoice } from '../../../contract/domain/views.ts';
import type { AppError } from '../../../contract/result.ts';
import { downloadLine, downloadShare, useDownload } from '../../lib/downloads.ts';
import { type ErrorWords, useErrorWords } from '../../lib/error-words.ts';
import { useFolder, useFolderBack } from '../../lib/folder.ts';
import { useFormat } from '../../lib/format.ts';
import { useCheckShare } from '../../lib/repair.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { MendButton } from './mend-button.tsx';
import { isDiskFault, isServiceFault } from './source/service-fault.ts';
import { useServiceBack } from './source/use-service-back.ts';
import { useRoom } from './stage/use-room.ts';
import css from './stage-error.module.css';

/** Instead of a black screen: what happened, and the button that repairs it. */
export function StageError(props: {
  readonly error: AppError;
  readonly lectureId: LectureId;
  readonly courseId?: CourseId;
  readonly busy: boolean;
  /** How it was opened. */
  readonly choice: PlaybackChoice;
  /** Opens the lecture anew, as it was or otherwise. */
  readonly onRetry: (choice?: PlaybackChoice) => void;
  /** What could not be shown, where it is the quality's fault. */
  readonly quality?: Quality;
}): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  useRoom();
  const words = useFaultWords(props.error);
  const { error, lectureId, choice, onRetry, quality } = props;
  const retry = useCallback(() => {
    onRetry();
  }, [onRetry]);
  useFolderBack(error.code === 'drive-away', retry);
  useServiceBack(isServiceFault(error) || error.code === 'not-downloaded', { lectureId, ...choice }, retry);
  const account = useRequest('account.read', null).data;
  const streams = isDiskFault(error) && account?.kind === 'signed-in' && account.network === 'online';
  const item = useDownload(lectureId);
  const [mended, setMended] = useState(false);
  const [repairing, setRepairing] = useState(false);
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
          <h1 className={css.title}>
            {repairing ? t('player.repairing') : running ? t('player.mending') : words.title}
          </h1>
          <p className={css.body}>
            {repairing ? t('player.repairingBody') : running ? t('player.mendingBody') : words.body}
          </p>
        </div>
        {repairing ? <Repairing lectureId={lectureId} /> : null}
        {running ? <Mending lectureId={lectureId} /> : null}
        <div className={css.buttons}>
          {running && item.state === 'complete' ? (
            <Button look="primary" size="large" icon={<Play size={18} aria-hidden />} onPress={retry}>
              {t('player.playNow')}
            </Button>
          ) : null}
          {!running && (
            <MendButton
              error={error}
              lectureId={lectureId}
              busy={props.busy}
              onRetry={retry}
              onOther={
                quality === undefined
                  ? null
                  : () => {
                      onRetry({ except: [quality] });
                    }
              }
              onRepairing={setRepairing}
              onMended={() => {
                setMended(true);
              }}
            />
          )}
          {streams && !repairing ? (
            <Button
              size="large"
              icon={<Wifi size={18} aria-hidden />}
              onPress={() => {
                onRetry({ from: 'network' });
              }}
            >
              {t('source.stream')}
            </Button>
          ) : null}
          <Button size="large" icon={<ArrowLeft size={18} aria-hidden />} onPress={back}>
            {t('player.back')}
          </Button>
        </div>
      </main>
    </div>
  );
}

/** The drive by its name, where the folder has one. */
function useFaultWords(error: AppError): Pick<ErrorWords, 'title' | 'body'> | null {
  const { t } = useTranslation();
  const words = useErrorWords(error);
  const drive = useFolder()?.driveName ?? null;
  if (error.code !== 'drive-away' || drive === null) return words;
  return { title: t('folder.plugIn', { drive }), body: t('folder.plugInBody') };
}

function Repairing({ lectureId }: { readonly lectureId: LectureId }): ReactNode {
  const { t } = useTranslation();
  const share = useCheckShare(lectureId, 'repair');
  return (
    <div className={css.progress}>
      <ProgressLine share={share} label={t('player.repairing')} />
    </div>
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
