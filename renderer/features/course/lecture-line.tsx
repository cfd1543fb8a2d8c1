import { Link } from '@tanstack/react-router';
import { CircleCheck, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../../contract/domain/course.ts';
import type { LectureRow } from '../../../contract/domain/views.ts';
import { useDownload } from '../../lib/downloads.ts';
import { useFormat } from '../../lib/format.ts';
import { isLicenceWorthSaying, licenceWords } from '../../lib/licence-words.ts';
import { Cover } from '../../ui/cover.tsx';
import { ListButton } from '../../ui/list-button.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './lecture-line.module.css';
import { MarkWatched } from './mark-watched.tsx';
import { LectureDownload } from './lecture-download.tsx';

/** One lecture of a course: press to watch, at the end of the line its download. */
export function LectureLine(props: {
  readonly lecture: LectureRow;
  readonly number: number;
  readonly language: string;
  readonly quality: Quality;
  /** False: the service does not deliver it in the person's region. */
  readonly offered: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { lecture } = props;
  const download = useDownload(lecture.id);
  const licence = download?.state === 'complete' && isLicenceWorthSaying(download.licence) ? download.licence : null;
  const progress = lecture.progress;
  const begun = progress !== null && !progress.completed && progress.positionMs > 0;
  const captions = lecture.captionLanguages.map((tag) => format.language(tag));
  return (
    <li className={css.line}>
      <span className={css.thumb}>
        <Cover url={lecture.coverUrl} title={lecture.title} className={css.cover ?? ''}>
          <span className={css.play} aria-hidden>
            <Play size={18} fill="currentColor" />
          </span>
        </Cover>
      </span>
      <div className={css.words}>
        <h3 className={css.title} lang={props.language}>
          <Link to="/watch/$lectureId" params={{ lectureId: lecture.id }} className={css.link ?? ''}>
            <span className={css.number}>{props.number}.</span> {lecture.title}
          </Link>
        </h3>
        <p className={css.meta}>
          {progress?.completed ? (
            <span className={css.done}>
              <CircleCheck size={15} aria-hidden />
              {t('lecture.watched')}
            </span>
          ) : null}
          <span>{format.duration(lecture.durationMs)}</span>
          {captions.length > 0 && <span>{t('lecture.captions', { languages: format.list(captions) })}</span>}
          {licence !== null && <span>{licenceWords(licence, t)}</span>}
        </p>
        {begun && (
          <div className={css.progress}>
            <ProgressLine share={progress.positionMs / lecture.durationMs} />
            <span>{t('home.left', { time: format.duration(lecture.durationMs - progress.positionMs) })}</span>
          </div>
        )}
      </div>
      <span className={css.marks}>
        <ListButton thing={{ kind: 'lecture', lectureId: lecture.id }} title={lecture.title} />
        <MarkWatched lecture={lecture} />
      </span>
      <LectureDownload lecture={lecture} quality={props.quality} offered={props.offered} />
    </li>
  );
}
