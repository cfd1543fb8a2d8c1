import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComputerRules, idleChoicesMinutes, usualIdleMinutes } from '../../../contract/domain/computer.ts';
import { Choice } from '../../ui/choice.tsx';
import { Row } from './row.tsx';
import css from './settings.module.css';

const never = 'never';

/** After how long without use this computer signs out. */
export function IdleRow(props: {
  readonly rules: Pick<ComputerRules, 'use' | 'idleMinutes' | 'fixed'>;
  readonly onChange: (idleMinutes: number | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const hintId = useId();
  const { use, idleMinutes, fixed } = props.rules;
  const usual = usualIdleMinutes[use ?? 'mine'];
  // A policy file may have set a time that is no choice here.
  const minutes = [...new Set([...idleChoicesMinutes, ...(idleMinutes === null ? [] : [idleMinutes])])].toSorted(
    (a, b) => a - b,
  );
  const choices = [...(use === 'public' && idleMinutes !== null ? [] : [null]), ...minutes];
  return (
    <Row
      hintId={hintId}
      title={t('settings.computer.idle')}
      hint={fixed.idleMinutes ? t('settings.computer.decided') : t('settings.computer.idleHint')}
    >
      <Choice
        label={t('settings.computer.idle')}
        hideLabel
        describedBy={hintId}
        className={css.choice ?? ''}
        isDisabled={fixed.idleMinutes}
        value={idleMinutes === null ? never : String(idleMinutes)}
        onChange={(id) => {
          props.onChange(id === never ? null : Number(id));
        }}
        options={choices.map((count) => ({
          id: count === null ? never : String(count),
          label: count === null ? t('settings.computer.never') : t('settings.computer.minutes', { count }),
          ...(count === usual ? { detail: t('settings.computer.usual') } : {}),
        }))}
      />
    </Row>
  );
}
