import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../../contract/domain/course.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { useFormat } from '../../lib/format.ts';
import { useRequest } from '../../lib/requests.ts';
import { MakeRoom } from '../../ui/make-room.tsx';
import css from './download-estimate.module.css';

/** What downloading these would take: size, time once a speed is known, and whether there is room. */
export function DownloadEstimate(props: {
  readonly id: string;
  readonly lectureIds: readonly LectureId[];
  readonly quality: Quality;
  /** The line has no room of its own: it is there only when it says something. */
  readonly roomless?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { lectureIds, quality } = props;
  const estimate = useRequest('downloads.estimate', { lectureIds, quality }).data;
  const size = format.bytes(estimate?.sizeBytes ?? 0);
  if (estimate && !estimate.fits) {
    return (
      <p id={props.id} className={css.tooLarge}>
        {t('queue.tooLarge', { size })} <MakeRoom />
      </p>
    );
  }
  // The button says the size already; without a time there is nothing to add, but the line keeps its place.
  const durationMs = estimate?.durationMs ?? null;
  if (durationMs === null && props.roomless === true) return null;
  return (
    <p id={props.id} className={css.words}>
      {durationMs !== null && t('queue.takes', { size, time: format.duration(durationMs) })}
    </p>
  );
}
