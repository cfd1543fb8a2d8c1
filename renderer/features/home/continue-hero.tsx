import { Link, useRouter } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContinueItem } from '../../../contract/domain/views.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { LectureState } from '../../ui/lecture-state.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './home.module.css';

/** The lecture a person most likely came for. */
export function ContinueHero({ item }: { readonly item: ContinueItem }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const router = useRouter();
  const { positionMs } = item.progress;
  return (
    <article className={css.hero}>
      <Link
        to="/watch/$lectureId"
        params={{ lectureId: item.lectureId }}
        className={css.heroCover ?? ''}
        tabIndex={-1}
        aria-hidden
      >
        <Cover url={item.coverUrl} title={item.lectureTitle} />
      </Link>
      <div className={css.heroWords}>
        <h3 className={css.heroTitle}>{item.lectureTitle}</h3>
        <Link to="/courses/$courseId" params={{ courseId: item.courseId }} className={css.heroCourse ?? ''}>
          {item.courseTitle}
        </Link>
        <div className={css.heroProgress}>
          <ProgressLine share={positionMs / item.durationMs} />
          <p className={css.heroTime}>
            <span>{t('home.at', { position: format.clock(positionMs), total: format.clock(item.durationMs) })}</span>
            <span>{t('home.left', { time: format.duration(item.durationMs - positionMs) })}</span>
          </p>
          <LectureState lectureId={item.lectureId} />
        </div>
        <Button
          look="primary"
          size="large"
          icon={<Play size={18} aria-hidden fill="currentColor" />}
          onPress={() => void router.navigate({ to: '/watch/$lectureId', params: { lectureId: item.lectureId } })}
        >
          {t('home.resume')}
        </Button>
      </div>
    </article>
  );
}
