import { Circle, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LectureRow } from '../../../contract/domain/views.ts';
import { useMarkWatched } from '../../lib/mark-watched.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './mark-watched.module.css';

/** Counts a lecture as watched or not, by hand. */
export function MarkWatched({ lecture }: { readonly lecture: LectureRow }): ReactNode {
  const { t } = useTranslation();
  const mark = useMarkWatched(lecture.id);
  const completed = lecture.progress?.completed ?? false;
  const { title } = lecture;
  return (
    <IconButton
      label={completed ? t('study.unmarkNamed', { title }) : t('study.markNamed', { title })}
      className={css.mark ?? ''}
      onPress={() => {
        mark(!completed);
      }}
    >
      {completed ? <CircleCheck size={18} aria-hidden /> : <Circle size={18} aria-hidden />}
    </IconButton>
  );
}
