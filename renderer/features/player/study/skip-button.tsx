import { RotateCcw, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.ts';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import type { PlayerActions } from '../actions.ts';
import { StageButton } from '../stage-button.tsx';
import css from './study.module.css';
import type { Study } from './use-study.ts';

const looks = {
  back: { label: 'player.backward', key: 'long-back', Icon: RotateCcw },
  forward: { label: 'player.forward', key: 'long-forward', Icon: RotateCw },
} as const;

/** Back or forward by as much as the person chose. */
export function SkipButton(props: {
  readonly to: 'back' | 'forward';
  readonly study: Study;
  readonly actions: PlayerActions;
  /** Goes first where there is little room. */
  readonly spare?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const { to, study, actions } = props;
  const { label, key, Icon } = looks[to];
  return (
    <StageButton
      label={t(label, { seconds: Math.abs(study.skipMs(to)) / 1000 })}
      shortcut={keys.of(key)[0]}
      className={cx(props.spare && css.spare)}
      onPress={() => {
        actions.run({ kind: 'skip', to });
      }}
    >
      <Icon size={20} aria-hidden />
    </StageButton>
  );
}
