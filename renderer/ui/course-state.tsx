import { CircleCheck, CloudOff, MapPinOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseCard } from '../../contract/domain/views.ts';
import { cx } from '../lib/cx.ts';
import { useHereCounts, useIsOffline } from '../lib/courses.ts';
import css from './course-state.module.css';

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
      <p className={cx(css.state, css.here)}>
        <CircleCheck size={15} aria-hidden />
        {all ? t('courseState.here') : t('courseDownloads.here', { done: hereCount, total: course.lectureCount })}
      </p>
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
  if (!offline) return null;
  return (
    <p className={css.state}>
      <CloudOff size={15} aria-hidden />
      {t('courseState.needsNetwork')}
    </p>
  );
}
