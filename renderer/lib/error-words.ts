import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../contract/result.ts';
import { errorActions, type ErrorAction } from './error-actions.ts';

/** An error in the person's language. */
export interface ErrorWords {
  readonly title: string;
  /** What it means and what to do. */
  readonly body: string;
  readonly action: ErrorAction;
  /** The button's words; null when there is nothing to press. */
  readonly actionLabel: string | null;
}

/** "in 5 minutes": the earliest sensible time to try again. */
function waitWords(retryAfterMs: number | undefined, t: TFunction): string {
  if (retryAfterMs === undefined) return t('wait.unknown');
  if (retryAfterMs <= 60_000) return t('wait.minute');
  return t('wait.minutes', { count: Math.ceil(retryAfterMs / 60_000) });
}

/** Says an error in words. */
export function errorWords(error: AppError, t: TFunction): ErrorWords {
  const action = errorActions[error.code];
  return {
    title: t(`errors.${error.code}.title`),
    body: t(`errors.${error.code}.body`, { wait: waitWords(error.retryAfterMs, t) }),
    action,
    actionLabel: action === 'none' ? null : t(`errorAction.${action}`),
  };
}

/** Says an error in the language on screen; null stays null. */
export function useErrorWords(error: AppError | null): ErrorWords | null {
  const { t } = useTranslation();
  return error ? errorWords(error, t) : null;
}
