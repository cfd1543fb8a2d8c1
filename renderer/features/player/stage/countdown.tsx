import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './stage.module.css';
import { countdownMs } from './use-countdown.ts';

const radius = 26;
const around = 2 * Math.PI * radius;

/** The ring that runs out, and what comes after it. */
export function Countdown(props: { readonly leftMs: number; readonly title: string | null }): ReactNode {
  const { t } = useTranslation();
  const seconds = Math.ceil(props.leftMs / 1000);
  return (
    <div className={css.next}>
      <span className={css.ring} aria-hidden>
        <svg viewBox="0 0 56 56">
          <circle className={css.track} cx={28} cy={28} r={radius} />
          <circle
            className={css.arc}
            cx={28}
            cy={28}
            r={radius}
            strokeDasharray={around}
            strokeDashoffset={around * (1 - props.leftMs / countdownMs)}
          />
        </svg>
        {seconds}
      </span>
      <div>
        {props.title !== null && <p className={css.nextTitle}>{t('stage.nextTitle', { title: props.title })}</p>}
        {/* Spoken once, when it begins: a number each second would be a noise. */}
        <p className={css.soft} role="timer" aria-live="off">
          {t('stage.nextIn', { seconds })}
        </p>
      </div>
    </div>
  );
}
