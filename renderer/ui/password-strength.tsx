import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordLength } from '../../contract/domain/account.ts';
import { cx } from '../lib/cx.ts';
import { judgePassword, type PasswordStrength as Strength } from '../lib/password-strength.ts';
import css from './password-strength.module.css';

const steps = [1, 2, 3, 4] as const;
const pauseMs = 120;

/** Judges what is typed after a short pause in typing; until then what was known before holds. */
function useStrength(password: string, userInputs: readonly string[]): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  const inputs = userInputs.join('\n');
  useEffect(() => {
    if (password === '') return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      void judgePassword(password, inputs.split('\n')).then((judged) => {
        if (wanted) setStrength(judged);
      });
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [password, inputs]);
  return password === '' ? null : strength;
}

/** How hard a new password is to guess: four steps, a kind sentence, and what would help; takes the same room always. */
export function PasswordStrength(props: {
  readonly password: string;
  /** What is known of the person: their name, their e-mail; a password with it is easier to guess. */
  readonly userInputs: readonly string[];
}): ReactNode {
  const { t } = useTranslation();
  const strength = useStrength(props.password, props.userInputs);
  const missing = passwordLength - props.password.length;
  const short = missing > 0;
  const empty = props.password === '';
  const filled = empty || !strength ? 0 : short ? 1 : Math.max(1, strength.score);
  const sentence = (): string => {
    if (empty) return t('passwordStrength.rule', { count: passwordLength });
    if (short) return t('passwordStrength.short', { count: missing });
    return strength ? t(`passwordStrength.score.${strength.score}`) : t('passwordStrength.thinking');
  };
  const hint = strength?.hint;
  return (
    <div className={css.strength}>
      <div
        role="meter"
        aria-label={t('passwordStrength.label')}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={filled}
        aria-valuetext={sentence()}
        className={cx(css.steps, filled === 1 && css.weak, filled === 2 && css.fair)}
      >
        {steps.map((step) => (
          <span key={step} className={cx(css.step, step <= filled && css.filled)} />
        ))}
      </div>
      <div className={css.words} aria-live="polite">
        <p>{sentence()}</p>
        {hint && !empty && <p className={css.hint}>{t(`passwordStrength.hint.${hint}`)}</p>}
      </div>
    </div>
  );
}
