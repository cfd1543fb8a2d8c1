import { useRouter } from '@tanstack/react-router';
import { ArrowLeft, RotateCcw, SkipForward } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { ask } from '../../lib/api.ts';
import { cx } from '../../lib/cx.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { OwnRating } from '../../ui/own-rating.tsx';
import type { PlayerActions } from './actions.ts';
import { belongsToFocus } from './keyboard.ts';
import { Countdown } from './stage/countdown.tsx';
import { useStageState } from './stage/stage-state.ts';
import css from './stage/stage.module.css';
import { countdownMs, useCountdown } from './stage/use-countdown.ts';
import { useNextLecture } from './stage/use-next-lecture.ts';

/** After the last second: where to go from here, by oneself or, after a countdown, by itself. A seek takes the card away, and the countdown with it. */
export function EndCard(props: {
  readonly plan: PlaybackPlan;
  readonly actions: PlayerActions;
  readonly settings: Settings;
}): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const { plan, actions, settings } = props;
  const next = useNextLecture(plan);
  const awake = useStageState((state) => state.sleep.kind === 'off' || state.sleep.kind === 'at');
  const [stayed, setStayed] = useState(false);
  const goOn = (): void => {
    actions.run({ kind: 'lecture', to: 'next' });
  };
  const counting = settings.autoplayNext && next.kind === 'ready' && awake && !stayed;
  const leftMs = useCountdown(counting, goOn);

  useEffect(() => {
    if (!counting) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape' || belongsToFocus(event.code, event.target)) return;
      event.preventDefault();
      setStayed(true);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [counting]);

  const title = next.kind === 'course-done' ? t('stage.courseDone') : t('player.ended');
  return (
    <section className={css.card} aria-label={title}>
      <p className={cx(css.title, counting && css.spare)}>{title}</p>
      {counting && <Countdown leftMs={leftMs} title={next.title} />}
      <div role="status" className={counting ? css.spoken : css.soft}>
        {counting && t('stage.nextIn', { seconds: countdownMs / 1000 })}
        {next.kind === 'not-here' && t('stage.nextNotHere')}
        {next.kind === 'licence' && t('stage.nextLicence')}
      </div>
      <div className={cx(css.ask, css.spare)}>
        <span>{t('rating.lecture')}</span>
        <OwnRating stage subject={{ kind: 'lecture', id: plan.lectureId }} label={t('rating.lecture')} />
      </div>
      <div className={css.buttons}>
        {counting && (
          <Button
            size="large"
            onPress={() => {
              setStayed(true);
            }}
          >
            {t('stage.stay')}
          </Button>
        )}
        {plan.nextLectureId !== null && (
          <Button look="primary" size="large" icon={<SkipForward size={18} aria-hidden />} onPress={goOn}>
            {t('player.next')}
          </Button>
        )}
        {!counting && (
          <Button
            size="large"
            icon={<RotateCcw size={18} aria-hidden />}
            onPress={() => {
              actions.seekTo(0);
              actions.run({ kind: 'play' });
            }}
          >
            {t('player.again')}
          </Button>
        )}
        <Button
          size="large"
          className={css.spare ?? ''}
          icon={<ArrowLeft size={18} aria-hidden />}
          onPress={() => void router.navigate({ to: '/courses/$courseId', params: { courseId: plan.courseId } })}
        >
          {t('player.back')}
        </Button>
      </div>
      {plan.nextLectureId !== null && (
        <div className={css.spare}>
          <Checkbox
            label={t('stage.autoplay')}
            checked={settings.autoplayNext}
            onChange={(autoplayNext) => {
              setStayed(false);
              void ask('settings.update', { autoplayNext }).catch(() => undefined);
            }}
          />
        </div>
      )}
    </section>
  );
}
