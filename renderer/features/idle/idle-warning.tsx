import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, listen } from '../../lib/api.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import css from './idle.module.css';
import { useSecondsLeft } from './use-seconds-left.ts';

/** The seconds at which a screen reader says how many are left. */
const spokenAt = [60, 30, 10] as const;

/**
 * Warns before main signs out for want of use, above whatever is open: full screen takes the whole document, so it shows there too.
 * Any answer, Esc among them, means staying. `now` in milliseconds since 1970.
 */
export function IdleWarning({ now = Date.now }: { readonly now?: () => number }): ReactNode {
  const { t } = useTranslation();
  const ids = useId();
  const rules = useRequest('computer.read', null).data;
  // The time outlives the warning: what fades away still shows what it showed.
  const [warning, setWarning] = useState({ open: false, untilMs: 0 });
  const secondsLeft = useSecondsLeft(warning.untilMs, now);
  useEffect(
    () =>
      listen('computer.idle', ({ signsOutAtMs }) => {
        setWarning((before) =>
          signsOutAtMs === null ? { ...before, open: false } : { open: true, untilMs: signsOutAtMs },
        );
      }),
    [],
  );
  const stay = (): void => {
    setWarning({ ...warning, open: false });
    ask('computer.stay', null).catch(() => {
      // Main did not hear it: the time goes on, so it is said again.
      setWarning((before) => ({ ...before, open: true }));
    });
  };
  const erases = rules !== undefined && (rules.erasesOnQuit || rules.signOut === 'only-erase');
  return (
    <Sheet open={warning.open} alert describedBy={`${ids}-what`} title={t('idle.title')} onClose={stay}>
      <p id={`${ids}-what`} className={css.what}>
        {erases ? t('idle.erases') : t('idle.keeps')}
      </p>
      <Countdown secondsLeft={secondsLeft} />
      <div className={css.foot}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the safe answer takes the focus. */}
        <Button autoFocus look="primary" onPress={stay}>
          {t('idle.stay')}
        </Button>
      </div>
    </Sheet>
  );
}

/** The seconds as they go; spoken only three times, so that a screen reader is not all numbers. */
function Countdown({ secondsLeft }: { readonly secondsLeft: number }): ReactNode {
  const { t } = useTranslation();
  const mark = spokenAt.findLast((seconds) => secondsLeft <= seconds);
  return (
    <>
      <p role="timer" aria-live="off" className={css.left}>
        {secondsLeft === 0 ? t('idle.now') : t('idle.left', { count: secondsLeft })}
      </p>
      <p role="status" className={css.spoken}>
        {secondsLeft === 0 ? t('idle.now') : mark !== undefined && t('idle.spoken', { count: mark })}
      </p>
    </>
  );
}
