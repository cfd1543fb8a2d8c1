import { CircleQuestionMark, Maximize, Minimize, PanelRight } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { useFormat } from '../../lib/format.ts';
import { useKeys } from '../../lib/keys/use-keys.ts';
import type { PlayerActions } from './actions.ts';
import { CaptionsMenu } from './captions/captions-menu.tsx';
import type { Captions as CaptionsState } from './captions/use-captions.ts';
import { ChapterMenu } from './chapter-menu.tsx';
import type { ChapterSpan } from './chapters.ts';
import css from './controls.module.css';
import { CaptionsButton, LectureButton, PlayButton } from './play-buttons.tsx';
import { SeekBar } from './seek-bar.tsx';
import { SleepControl } from './stage/sleep-control.tsx';
import { WindowMenu } from './stage/window-menu.tsx';
import { StageButton } from './stage-button.tsx';
import { BarMarks } from './study/bar-marks.tsx';
import { FinishBy, restMs } from './study/finish-by.tsx';
import { SkipButton } from './study/skip-button.tsx';
import { StudyControls } from './study/study-controls.tsx';
import type { Study } from './study/use-study.ts';
import type { Found } from './transcript/search.ts';
import type { VideoState } from './use-video-state.ts';
import { Volume } from './volume.tsx';

export interface ControlsProps {
  readonly area: (element: HTMLDivElement | null) => void;
  readonly plan: PlaybackPlan;
  readonly state: VideoState;
  readonly durationMs: number;
  readonly spans: readonly ChapterSpan[];
  readonly actions: PlayerActions;
  readonly study: Study;
  readonly captions: CaptionsState;
  /** What was found in the transcript, while it is open. */
  readonly found: Found | null;
  readonly panelOpen: boolean;
  readonly panelButton: Ref<HTMLButtonElement>;
  /** Of notes, on the seek bar. */
  readonly marks: ReactNode;
  readonly onPanel: () => void;
  readonly onMenu: (open: boolean) => void;
}

/** The controls at the lower edge, large and low. */
export function Controls(props: ControlsProps): ReactNode {
  const { t } = useTranslation();
  const { state, actions, plan, area } = props;
  const keys = useKeys();
  const full = useFullScreen();
  return (
    <div ref={area} className={css.controls} role="group" aria-label={t('player.controls')} data-controls>
      <SeekBar
        positionMs={state.positionMs}
        bufferedMs={state.bufferedMs}
        durationMs={props.durationMs}
        spans={props.spans}
        marks={props.marks}
        hits={props.found?.hits ?? []}
        onSeek={(positionMs) => {
          actions.seekTo(positionMs);
        }}
      >
        <BarMarks study={props.study} durationMs={props.durationMs} />
      </SeekBar>
      <div className={css.row}>
        <div className={css.side}>
          <PlayButton state={state} actions={actions} />
          <SkipButton to="back" study={props.study} actions={actions} spare />
          <SkipButton to="forward" study={props.study} actions={actions} spare />
          <LectureButton to="previous" plan={plan} actions={actions} />
          <LectureButton to="next" plan={plan} actions={actions} />
          <Volume state={state} actions={actions} />
          <Time {...props} />
          <ChapterMenu
            spans={props.spans}
            positionMs={state.positionMs}
            onJump={actions.seekTo}
            onMenu={props.onMenu}
          />
        </div>
        <div className={css.side}>
          <StudyControls {...props} />
          {plan.captions.length > 0 && (
            <>
              <CaptionsButton on={props.captions.on} actions={actions} />
              <CaptionsMenu captions={props.captions} className={css.chevron ?? ''} onMenu={props.onMenu} />
            </>
          )}
          <StageButton
            buttonRef={props.panelButton}
            label={t('player.panel')}
            pressed={props.panelOpen}
            onPress={props.onPanel}
          >
            <PanelRight size={20} aria-hidden />
          </StageButton>
          <SleepControl state={state} durationMs={props.durationMs} actions={actions} onMenu={props.onMenu} />
          <WindowMenu actions={actions} onMenu={props.onMenu} />
          <StageButton
            label={t('player.help')}
            shortcut={keys.of('help')[0]}
            className={css.spare ?? ''}
            onPress={() => {
              actions.run({ kind: 'help' });
            }}
          >
            <CircleQuestionMark size={20} aria-hidden />
          </StageButton>
          <StageButton
            label={full ? t('player.leaveFull') : t('player.full')}
            shortcut={keys.of('full-screen')[0]}
            onPress={() => {
              actions.run({ kind: 'full-screen' });
            }}
          >
            {full ? <Minimize size={20} aria-hidden /> : <Maximize size={20} aria-hidden />}
          </StageButton>
        </div>
      </div>
    </div>
  );
}

/** Where we are, how long it is, and how much is left at this speed and without the silences that are jumped over. */
function Time({ state, durationMs, study }: ControlsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const leftMs = restMs(state, durationMs, study.skipped);
  return (
    <p className={css.time}>
      <span>{t('player.time', { position: format.clock(state.positionMs), total: format.clock(durationMs) })}</span>
      <span className={css.left}>{t('player.left', { time: format.clock(leftMs) })}</span>
      <FinishBy leftMs={leftMs} />
    </p>
  );
}

function useFullScreen(): boolean {
  const [full, setFull] = useState(Boolean(document.fullscreenElement));
  useEffect(() => {
    const update = (): void => {
      setFull(Boolean(document.fullscreenElement));
    };
    document.addEventListener('fullscreenchange', update);
    return () => {
      document.removeEventListener('fullscreenchange', update);
    };
  }, []);
  return full;
}
