import { useRouter } from '@tanstack/react-router';
import { ArrowLeft, RotateCcw, SkipForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { Button } from '../../ui/button.tsx';
import type { PlayerActions } from './actions.ts';
import css from './player.module.css';

/** After the last second: where to go from here. */
export function EndCard(props: { readonly plan: PlaybackPlan; readonly actions: PlayerActions }): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const { plan, actions } = props;
  return (
    <section className={css.end} aria-label={t('player.ended')}>
      <p className={css.endTitle}>{t('player.ended')}</p>
      <div className={css.endButtons}>
        {plan.nextLectureId !== null && (
          <Button
            look="primary"
            size="large"
            icon={<SkipForward size={18} aria-hidden />}
            onPress={() => {
              actions.run({ kind: 'lecture', to: 'next' });
            }}
          >
            {t('player.next')}
          </Button>
        )}
        <Button
          size="large"
          icon={<RotateCcw size={18} aria-hidden />}
          onPress={() => {
            actions.seekTo(0);
            actions.run({ kind: 'toggle-play' });
          }}
        >
          {t('player.again')}
        </Button>
        <Button
          size="large"
          icon={<ArrowLeft size={18} aria-hidden />}
          onPress={() => void router.navigate({ to: '/courses/$courseId', params: { courseId: plan.courseId } })}
        >
          {t('player.back')}
        </Button>
      </div>
    </section>
  );
}
