import { Volume1, Volume2, VolumeX } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useKeys } from '../../lib/keys/use-keys.ts';
import type { PlayerActions } from './actions.ts';
import css from './controls.module.css';
import { StageButton } from './stage-button.tsx';
import type { VideoState } from './use-video-state.ts';

/** Mute and loudness. */
export function Volume(props: { readonly state: VideoState; readonly actions: PlayerActions }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, actions } = props;
  const heard = state.muted ? 0 : state.volume;
  const Icon = heard === 0 ? VolumeX : heard < 0.5 ? Volume1 : Volume2;
  const style: CSSProperties & { '--heard': string } = { '--heard': `${String(heard * 100)}%` };
  return (
    <div className={css.volume}>
      <StageButton
        label={state.muted ? t('player.unmute') : t('player.mute')}
        shortcut={useKeys().of('mute')[0]}
        onPress={() => {
          actions.run({ kind: 'mute' });
        }}
      >
        <Icon size={22} aria-hidden />
      </StageButton>
      <input
        type="range"
        className={css.loudness}
        min={0}
        max={100}
        step={5}
        value={Math.round(heard * 100)}
        aria-label={t('player.volume')}
        aria-valuetext={format.percent(heard)}
        style={style}
        onChange={(event) => {
          actions.setVolume(Number(event.currentTarget.value) / 100);
        }}
      />
    </div>
  );
}
