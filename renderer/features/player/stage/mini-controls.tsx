import { Maximize2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import type { PlayerActions } from '../actions.ts';
import type { ChapterSpan } from '../chapters.ts';
import { CaptionsButton, LectureButton, PlayButton } from '../play-buttons.tsx';
import { SeekBar } from '../seek-bar.tsx';
import { StageButton } from '../stage-button.tsx';
import { SkipButton } from '../study/skip-button.tsx';
import type { Study } from '../study/use-study.ts';
import type { VideoState } from '../use-video-state.ts';
import css from './stage.module.css';

/** What there is room for in the mini window: the place, five buttons, and a strip to move it by. */
export function MiniControls(props: {
  readonly area: (element: HTMLDivElement | null) => void;
  readonly plan: PlaybackPlan;
  readonly state: VideoState;
  readonly durationMs: number;
  readonly spans: readonly ChapterSpan[];
  readonly actions: PlayerActions;
  readonly study: Study;
  readonly captionsOn: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const { area, plan, state, actions } = props;
  return (
    <>
      <header className={css.miniBar} data-controls>
        <h1 className={css.miniTitle}>{plan.title}</h1>
      </header>
      <div ref={area} className={css.mini} role="group" aria-label={t('player.controls')} data-controls>
        <SeekBar
          positionMs={state.positionMs}
          bufferedMs={state.bufferedMs}
          durationMs={props.durationMs}
          spans={props.spans}
          hits={[]}
          onSeek={(positionMs) => {
            actions.seekTo(positionMs);
          }}
        />
        <div className={css.miniRow}>
          <PlayButton state={state} actions={actions} />
          <SkipButton to="back" study={props.study} actions={actions} />
          <LectureButton to="next" plan={plan} actions={actions} />
          <span className={css.room} />
          {plan.captions.length > 0 && <CaptionsButton on={props.captionsOn} actions={actions} />}
          <StageButton
            label={t('stage.leaveMini')}
            shortcut={keys.of('mini')[0]}
            onPress={() => {
              actions.run({ kind: 'mini' });
            }}
          >
            <Maximize2 size={20} aria-hidden />
          </StageButton>
        </div>
      </div>
    </>
  );
}
