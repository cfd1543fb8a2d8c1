import { Repeat } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import type { PlayerActions } from '../actions.ts';
import { StageButton } from '../stage-button.tsx';
import type { VideoState } from '../use-video-state.ts';
import { nextStep } from './loop.ts';
import { SpeedPanel } from './speed-panel.tsx';
import css from './study.module.css';
import type { Study } from './use-study.ts';
import { WatchedPanel } from './watched-panel.tsx';

const labels = { a: 'study.loopStart', b: 'study.loopEnd', clear: 'study.loopClear' } as const;

/** What was watched, the loop, and the speed. */
export function StudyControls(props: {
  readonly study: Study;
  readonly state: VideoState;
  readonly durationMs: number;
  readonly actions: PlayerActions;
  readonly onMenu: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const { study, actions } = props;
  const step = nextStep(study.loop);
  return (
    <>
      <WatchedPanel {...props} />
      <StageButton
        label={t(labels[step])}
        shortcut={keys.of(`loop-${step}`)[0]}
        pressed={step === 'clear'}
        className={css.spare ?? ''}
        onPress={() => {
          actions.run({ kind: 'loop', step });
        }}
      >
        <Repeat size={20} aria-hidden />
      </StageButton>
      <SpeedPanel rate={props.state.rate} study={study} onRate={actions.setRate} onMenu={props.onMenu} />
    </>
  );
}
