import { Captions, CaptionsOff, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { useKeys } from '../../lib/keys/use-keys.ts';
import type { PlayerActions } from './actions.ts';
import { StageButton } from './stage-button.tsx';
import type { VideoState } from './use-video-state.ts';

/** Plays or pauses. */
export function PlayButton(props: { readonly state: VideoState; readonly actions: PlayerActions }): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const { playing } = props.state;
  const Icon = playing ? Pause : Play;
  return (
    <StageButton
      label={playing ? t('player.pause') : t('player.play')}
      shortcut={keys.of('play')[0]}
      onPress={() => {
        props.actions.run({ kind: 'toggle-play' });
      }}
    >
      <Icon size={24} fill="currentColor" aria-hidden />
    </StageButton>
  );
}

/** Goes to the lecture before this one or behind it. */
export function LectureButton(props: {
  readonly to: 'next' | 'previous';
  readonly plan: PlaybackPlan;
  readonly actions: PlayerActions;
}): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const { to, plan, actions } = props;
  const Icon = to === 'next' ? SkipForward : SkipBack;
  return (
    <StageButton
      label={to === 'next' ? t('player.next') : t('player.previous')}
      shortcut={keys.of(`lecture-${to}`)[0]}
      isDisabled={(to === 'next' ? plan.nextLectureId : plan.previousLectureId) === null}
      onPress={() => {
        actions.run({ kind: 'lecture', to });
      }}
    >
      <Icon size={20} aria-hidden />
    </StageButton>
  );
}

/** Switches the captions on and off. */
export function CaptionsButton(props: { readonly on: boolean; readonly actions: PlayerActions }): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const Icon = props.on ? Captions : CaptionsOff;
  return (
    <StageButton
      label={t('player.captions')}
      shortcut={keys.of('captions')[0]}
      pressed={props.on}
      onPress={() => {
        props.actions.run({ kind: 'captions' });
      }}
    >
      <Icon size={22} aria-hidden />
    </StageButton>
  );
}
