import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardGrid } from '../../ui/course-card.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import css from './courses.module.css';

/** Cards before their covers. */
export function CoursesSkeleton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Loading label={t('common.loading')}>
      <CardGrid>
        {[0, 1, 2, 3].map((index) => (
          <div key={index}>
            <Skeleton ratio="16 / 9" />
            <Skeleton width="70%" height="24px" className={css.line ?? ''} />
            <Skeleton width="50%" height="16px" className={css.line ?? ''} />
          </div>
        ))}
      </CardGrid>
    </Loading>
  );
}
