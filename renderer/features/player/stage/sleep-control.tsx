import { ChevronUp, Moon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Menu } from '../../../ui/menu.tsx';
import type { PlayerActions } from '../actions.ts';
import controls from '../controls.module.css';
import { StageButton } from '../stage-button.tsx';
import type { VideoState } from '../use-video-state.ts';
import { setSleep, useStageState } from './stage-state.ts';
import css from './stage.module.css';

const minutes = [10, 20, 30, 60] as const;
const off = 'off';
const end = 'end';

/** The sleep timer: a list of times; while it runs also what is left, and ten minutes more by a press. */
export function SleepControl(props: {
  readonly state: VideoState;
  readonly durationMs: number;
  readonly actions: PlayerActions;
  readonly onMenu: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const keys = useKeys();
  const sleep = useStageState((state) => state.sleep);
  const on = sleep.kind === 'at' || sleep.kind === 'lecture-end';
  return (
    <>
      {on && (
        <Left
          endsAtMs={sleep.kind === 'at' ? sleep.endsAtMs : null}
          onPress={() => {
            props.actions.run({ kind: 'sleep' });
          }}
        />
      )}
      <Menu
        stage
        label={t('stage.sleep')}
        placement="top"
        onOpenChange={props.onMenu}
        chosen={on ? (sleep.kind === 'lecture-end' ? end : '') : off}
        entries={[
          { id: off, label: t('stage.sleepNone') },
          ...minutes.map((count) => ({
            id: String(count),
            label: t('stage.sleepAfter', { time: format.duration(count * 60_000) }),
          })),
          { id: end, label: t('stage.sleepEnd') },
        ]}
        onPick={(id) => {
          if (id === off) setSleep({ kind: 'off' });
          else if (id === end) setSleep({ kind: 'lecture-end' });
          else setSleep({ kind: 'at', endsAtMs: Date.now() + Number(id) * 60_000 });
        }}
        // One button whatever the timer does, so that the focus comes back to it.
        trigger={
          <StageButton
            label={on ? t('stage.sleepChange') : t('stage.sleep')}
            shortcut={on ? undefined : keys.of('sleep')[0]}
            className={(on ? controls.chevron : controls.spare) ?? ''}
          >
            {on ? <ChevronUp size={16} aria-hidden /> : <Moon size={20} aria-hidden />}
          </StageButton>
        }
      />
    </>
  );
}

function Left(props: { readonly endsAtMs: number | null; readonly onPress: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nowMs = useNow(500);
  const time = props.endsAtMs === null ? null : format.clock(Math.max(0, props.endsAtMs - nowMs));
  return (
    <Button
      className={css.sleep ?? ''}
      aria-label={time === null ? t('stage.sleepAtEnd') : t('stage.sleepLeft', { time })}
      onPress={props.onPress}
    >
      <Moon size={16} aria-hidden />
      {time ?? t('stage.sleepEndShort')}
    </Button>
  );
}
