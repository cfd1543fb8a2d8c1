import { RotateCcw, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import type { PlayerActions } from '../actions.ts';
import { StageButton } from '../stage-button.tsx';
import css from './study.module.css';
import type { Study } from './use-study.ts';

/** Back and forward by as much as the person chose. */
export function SkipButtons(props: { readonly study: Study; readonly actions: PlayerActions }): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const { study, actions } = props;
  return (
    <>
      <StageButton
        label={t('player.backward', { seconds: -study.skipMs('back') / 1000 })}
        shortcut={keys.of('long-back')[0]}
        className={css.spare ?? ''}
        onPress={() => {
          actions.run({ kind: 'skip', to: 'back' });
        }}
      >
        <RotateCcw size={20} aria-hidden />
      </StageButton>
      <StageButton
        label={t('player.forward', { seconds: study.skipMs('forward') / 1000 })}
        shortcut={keys.of('long-forward')[0]}
        className={css.spare ?? ''}
        onPress={() => {
          actions.run({ kind: 'skip', to: 'forward' });
        }}
      >
        <RotateCw size={20} aria-hidden />
      </StageButton>
    </>
  );
}
