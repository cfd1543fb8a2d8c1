import {
  Captions,
  CaptionsOff,
  CircleQuestionMark,
  Maximize,
  Minimize,
  PanelRight,
  Pause,
  PictureInPicture2,
  Play,
  SkipBack,
  SkipForward,
} from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { useFormat } from '../../lib/format.ts';
import type { PlayerActions } from './actions.ts';
import type { ChapterSpan } from './chapters.ts';
import css from './controls.module.css';
import { CaptionsMenu, SpeedMenu } from './player-menus.tsx';
import { SeekBar } from './seek-bar.tsx';
import { StageButton } from './stage-button.tsx';
import type { VideoState } from './use-video-state.ts';
import { Volume } from './volume.tsx';

export interface ControlsProps {
  readonly area: (element: HTMLDivElement | null) => void;
  readonly plan: PlaybackPlan;
  readonly state: VideoState;
  readonly durationMs: number;
  readonly spans: readonly ChapterSpan[];
  readonly actions: PlayerActions;
  readonly captionsOn: boolean;
  readonly language: string | null;
  readonly panelOpen: boolean;
  /** The language picked, or null for off. */
  readonly onCaptions: (language: string | null) => void;
  readonly onPanel: () => void;
  readonly onMenu: (open: boolean) => void;
}

/** The controls at the lower edge, large and low. */
export function Controls(props: ControlsProps): ReactNode {
  const { t } = useTranslation();
  const { state, actions, plan, area } = props;
  const full = useFullScreen();
  return (
    <div ref={area} className={css.controls} role="group" aria-label={t('player.controls')} data-controls>
      <SeekBar
        positionMs={state.positionMs}
        bufferedMs={state.bufferedMs}
        durationMs={props.durationMs}
        spans={props.spans}
        onSeek={(positionMs) => {
          actions.seekTo(positionMs);
        }}
      />
      <div className={css.row}>
        <div className={css.side}>
          <StageButton
            label={state.playing ? t('player.pause') : t('player.play')}
            shortcut="K"
            onPress={() => {
              actions.run({ kind: 'toggle-play' });
            }}
          >
            {state.playing ? (
              <Pause size={24} fill="currentColor" aria-hidden />
            ) : (
              <Play size={24} fill="currentColor" aria-hidden />
            )}
          </StageButton>
          <StageButton
            label={t('player.previous')}
            shortcut="Shift+P"
            isDisabled={plan.previousLectureId === null}
            onPress={() => {
              actions.run({ kind: 'lecture', to: 'previous' });
            }}
          >
            <SkipBack size={20} aria-hidden />
          </StageButton>
          <StageButton
            label={t('player.next')}
            shortcut="Shift+N"
            isDisabled={plan.nextLectureId === null}
            onPress={() => {
              actions.run({ kind: 'lecture', to: 'next' });
            }}
          >
            <SkipForward size={20} aria-hidden />
          </StageButton>
          <Volume state={state} actions={actions} />
          <Time {...props} />
        </div>
        <div className={css.side}>
          <SpeedMenu rate={state.rate} onRate={actions.setRate} onMenu={props.onMenu} />
          {plan.captions.length > 0 && (
            <>
              <StageButton
                label={t('player.captions')}
                shortcut="C"
                pressed={props.captionsOn}
                onPress={() => {
                  actions.run({ kind: 'captions' });
                }}
              >
                {props.captionsOn ? <Captions size={22} aria-hidden /> : <CaptionsOff size={22} aria-hidden />}
              </StageButton>
              <CaptionsMenu
                tracks={plan.captions}
                language={props.captionsOn ? props.language : null}
                onLanguage={props.onCaptions}
                onMenu={props.onMenu}
              />
            </>
          )}
          <StageButton label={t('player.panel')} pressed={props.panelOpen} onPress={props.onPanel}>
            <PanelRight size={20} aria-hidden />
          </StageButton>
          <StageButton
            label={t('player.picture')}
            shortcut="I"
            className={css.spare ?? ''}
            onPress={() => {
              actions.run({ kind: 'picture' });
            }}
          >
            <PictureInPicture2 size={20} aria-hidden />
          </StageButton>
          <StageButton
            label={t('player.help')}
            shortcut="?"
            className={css.spare ?? ''}
            onPress={() => {
              actions.run({ kind: 'help' });
            }}
          >
            <CircleQuestionMark size={20} aria-hidden />
          </StageButton>
          <StageButton
            label={full ? t('player.leaveFull') : t('player.full')}
            shortcut="F"
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

/** Where we are, how long it is, and how much is left at this speed. */
function Time({ state, durationMs }: ControlsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const leftMs = (durationMs - state.positionMs) / state.rate;
  return (
    <p className={css.time}>
      <span>{t('player.time', { position: format.clock(state.positionMs), total: format.clock(durationMs) })}</span>
      <span className={css.left}>{t('player.left', { time: format.clock(leftMs) })}</span>
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
