import { MapPinOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseCard } from '../../contract/domain/views.ts';
import { useHereCounts, useIsOffline } from '../lib/courses.ts';
import css from './course-state.module.css';
import { HereLine, NeedsNetworkLine } from './state-line.tsx';

/** One line under a card, when there is anything to say: not offered here, how much is downloaded, or that it needs a network. */
export function CourseState(props: {
  readonly course: Pick<CourseCard, 'id' | 'lectureCount' | 'available'>;
}): ReactNode {
  const { t } = useTranslation();
  const { course } = props;
  const hereCount = useHereCounts().get(course.id) ?? 0;
  const offline = useIsOffline();
  if (hereCount > 0) {
    const all = hereCount >= course.lectureCount;
    return (
      <HereLine>
        {all ? t('courseState.here') : t('courseDownloads.here', { done: hereCount, total: course.lectureCount })}
      </HereLine>
    );
  }
  if (course.available === false) {
    return (
      <p className={css.state}>
        <MapPinOff size={15} aria-hidden />
        {t('courseState.unavailable')}
      </p>
    );
  }
  return offline ? <NeedsNetworkLine /> : null;
}
