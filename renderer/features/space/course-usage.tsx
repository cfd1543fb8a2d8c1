import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseUsage } from '../../../contract/domain/space.ts';
import { useFormat } from '../../lib/format.ts';
import { useRemoving } from '../../lib/removing.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import css from './space.module.css';
import { WatchedSheet } from '../../ui/watched-sheet.tsx';

/** What one course takes, beside the one that takes most, and how to make it less. */
export function CourseLine(props: { readonly course: CourseUsage; readonly largestBytes: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { course } = props;
  const { courseId, lectureCount, sizeBytes, watchedBytes, watchedCount } = course;
  const title = course.courseTitle === '' ? t('space.unknownCourse') : course.courseTitle;
  const numbers = [
    t('space.lectureCount', { count: lectureCount, size: format.bytes(sizeBytes) }),
    ...(watchedCount > 0 ? [t('space.watchedCount', { count: watchedCount, size: format.bytes(watchedBytes) })] : []),
  ].join(' · ');
  return (
    <li className={css.line}>
      <Cover url={course.coverUrl} title={title} className={css.cover ?? ''} />
      <div className={css.words}>
        <h3 className={css.lineTitle}>
          {course.courseTitle === '' ? (
            title
          ) : (
            <Link to="/courses/$courseId" params={{ courseId }} className={css.link ?? ''}>
              {title}
            </Link>
          )}
        </h3>
        <div className={css.track} style={{ width: share(sizeBytes, props.largestBytes) }} aria-hidden>
          <div className={css.watched} style={{ width: share(watchedBytes, sizeBytes) }} />
        </div>
        <p className={css.numbers}>{numbers}</p>
      </div>
      <Actions course={course} title={title} />
    </li>
  );
}

function Actions({ course, title }: { readonly course: CourseUsage; readonly title: string }): ReactNode {
  const { t } = useTranslation();
  const { remove } = useRemoving();
  const items = useRequest('downloads.list', null).data ?? [];
  const [asking, setAsking] = useState(false);
  const { courseId, watchedCount: number } = course;
  return (
    <div className={css.actions}>
      {number > 0 && (
        <Button
          size="small"
          aria-label={t('space.removeWatchedNamed', { title, number })}
          onPress={() => {
            setAsking(true);
          }}
        >
          {t('space.removeWatched', { number })}
        </Button>
      )}
      <Button
        size="small"
        look="quiet"
        aria-label={t('space.removeAllNamed', { title })}
        onPress={() => void remove(items.filter((item) => item.courseId === courseId).map(held))}
      >
        {t('space.removeAll')}
      </Button>
      <WatchedSheet
        courseId={courseId}
        open={asking}
        onClose={() => {
          setAsking(false);
        }}
      />
    </div>
  );
}

/** Of what has not come whole, only what is here takes space. */
function held<Item extends { readonly receivedBytes: number }>(item: Item): Item & { readonly sizeBytes: number } {
  return { ...item, sizeBytes: item.receivedBytes };
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${String(Math.min(100, (part / whole) * 100))}%`;
}
