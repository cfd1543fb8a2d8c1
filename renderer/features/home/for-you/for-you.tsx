import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecommendedCourse } from '../../../../contract/domain/recommendation.ts';
import { useDismiss } from '../../../lib/recommendations.ts';
import { useRequest } from '../../../lib/requests.ts';
import { Block } from '../../../ui/page.tsx';
import { Loading, Skeleton } from '../../../ui/skeleton.tsx';
import css from './for-you.module.css';
import { RecommendedCard } from './recommended-card.tsx';

/** Courses chosen on this computer by what was watched, one row of them; nothing where they are switched off or none is alike. */
export function ForYou(): ReactNode {
  const { t } = useTranslation();
  const wanted = useRequest('settings.read', null).data?.recommendations ?? false;
  const found = useRequest('recommendations.read', null, wanted);
  if (!wanted || found.isError || found.data?.state === 'off') return null;
  if (found.data?.state === 'ready' && found.data.items.length === 0) return null;
  return (
    <Block title={t('forYou.title')}>
      {found.data === undefined && <RowSkeleton />}
      {found.data?.state === 'nothing-watched' && <p className={css.nothing}>{t('forYou.nothing')}</p>}
      {found.data?.state === 'ready' && <Row items={found.data.items} />}
    </Block>
  );
}

function Row({ items }: { readonly items: readonly RecommendedCourse[] }): ReactNode {
  const dismiss = useDismiss();
  const list = useRef<HTMLUListElement>(null);
  /** Whoever dismissed a card goes on at the one that took its place: after the menu, which went with the card, has given the focus away. */
  const goOnAt = (place: number): void => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        const links = [...(list.current?.querySelectorAll<HTMLElement>('h3 a') ?? [])];
        links[Math.min(place, links.length - 1)]?.focus({ preventScroll: true });
      });
    });
  };

  return (
    <div className={css.room}>
      <ul ref={list} className={css.row}>
        {items.map((item, at) => (
          <RecommendedCard
            key={item.course.id}
            item={item}
            onDismiss={() => {
              void dismiss(item);
              goOnAt(at);
            }}
          />
        ))}
      </ul>
    </div>
  );
}

function RowSkeleton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Loading label={t('common.loading')}>
      <div className={css.room}>
        <div className={css.row}>
          {[0, 1, 2, 3, 4].map((index) => (
            <div key={index} className={css.item}>
              <Skeleton ratio="16 / 9" />
              <Skeleton width="70%" height="24px" className={css.skeletonLine ?? ''} />
              <Skeleton width="50%" height="16px" className={css.skeletonLine ?? ''} />
              <Skeleton width="80%" height="16px" className={css.skeletonLine ?? ''} />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  );
}
