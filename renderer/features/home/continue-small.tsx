import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContinueItem } from '../../../contract/domain/views.ts';
import { inOneLine } from '../../lib/course-facts.ts';
import { useFormat } from '../../lib/format.ts';
import { LectureState } from '../../ui/lecture-state.tsx';
import { SmallItem } from '../../ui/small-item.tsx';

/** Another lecture begun and not finished, in one line. */
export function ContinueSmall({ item }: { readonly item: ContinueItem }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const leftMs = item.durationMs - item.progress.positionMs;
  return (
    <SmallItem
      title={item.lectureTitle}
      coverUrl={item.coverUrl}
      meta={inOneLine([item.courseTitle, t('home.left', { time: format.duration(leftMs) })])}
      state={<LectureState lectureId={item.lectureId} />}
      share={item.progress.positionMs / item.durationMs}
      link={(content, className) => (
        <Link to="/watch/$lectureId" params={{ lectureId: item.lectureId }} className={className}>
          {content}
        </Link>
      )}
    />
  );
}
