import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardGrid } from '../../ui/course-card.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import css from './home.module.css';

/** The home screen's shape before its words. */
export function HomeSkeleton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Loading label={t('common.loading')}>
      <Skeleton width="180px" height="24px" className={css.skeletonHead ?? ''} />
      <CardGrid>
        {[0, 1, 2].map((index) => (
          <div key={index}>
            <Skeleton ratio="16 / 9" />
            <Skeleton width="70%" height="24px" className={css.skeletonLine ?? ''} />
            <Skeleton width="50%" height="16px" className={css.skeletonLine ?? ''} />
          </div>
        ))}
      </CardGrid>
    </Loading>
  );
}
