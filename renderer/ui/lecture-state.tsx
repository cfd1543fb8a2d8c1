import { CircleCheck, CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LectureId } from '../../contract/domain/ids.ts';
import { cx } from '../lib/cx.ts';
import { useIsOffline } from '../lib/courses.ts';
import { useDownload } from '../lib/downloads.ts';
import css from './course-state.module.css';

/** One line about how a lecture stands with this computer: it is here, or it needs a network that is not there; else nothing. */
export function LectureState({ lectureId }: { readonly lectureId: LectureId }): ReactNode {
  const { t } = useTranslation();
  const isHere = useDownload(lectureId)?.state === 'complete';
  const offline = useIsOffline();
  if (isHere) {
    return (
      <p className={cx(css.state, css.here)}>
        <CircleCheck size={15} aria-hidden />
        {t('download.here')}
      </p>
    );
  }
  if (!offline) return null;
  return (
    <p className={css.state}>
      <CloudOff size={15} aria-hidden />
      {t('courseState.needsNetwork')}
    </p>
  );
}
