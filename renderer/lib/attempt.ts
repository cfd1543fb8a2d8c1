import { useTranslation } from 'react-i18next';
import type { AppError } from '../../contract/result.ts';
import { errorWords } from './error-words.ts';
import { toAppError } from './request-failed.ts';
import { useToasts } from './toasts.ts';

/** Tells why something failed, as a notice. */
export function useTellFailure(): (error: AppError) => void {
  const { t } = useTranslation();
  const show = useToasts((state) => state.show);
  return (error) => {
    const words = errorWords(error, t);
    show({ text: `${words.title}. ${words.body}` });
  };
}

/** Does something and answers whether it was done; a failure is told as a notice. */
export function useAttempt(): (work: () => Promise<unknown>) => Promise<boolean> {
  const tellFailure = useTellFailure();
  return async (work) => {
    try {
      await work();
      return true;
    } catch (thrown) {
      tellFailure(toAppError(thrown));
      return false;
    }
  };
}
