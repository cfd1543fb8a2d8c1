import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import css from './course.module.css';

/** A course page's shape before its words. */
export function CourseSkeleton(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={css.hidden}>{t('common.loading')}</h1>
      <Loading label={t('common.loading')}>
        <div className={css.head}>
          <Skeleton ratio="16 / 9" className={css.cover ?? ''} />
          <div className={css.skeletonWords}>
            <Skeleton width="80%" height="42px" />
            <Skeleton width="60%" height="20px" />
            <Skeleton width="90%" height="44px" />
            <Skeleton width="200px" height="44px" />
          </div>
        </div>
        <div className={css.skeletonRows}>
          {[0, 1, 2, 3].map((index) => (
            <Skeleton key={index} height="72px" />
          ))}
        </div>
      </Loading>
    </>
  );
}
