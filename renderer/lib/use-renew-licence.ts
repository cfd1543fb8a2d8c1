import { useTranslation } from 'react-i18next';
import type { LectureId } from '../../contract/domain/ids.ts';
import { ask } from './api.ts';
import { errorWords } from './error-words.ts';
import { toAppError } from './request-failed.ts';
import { useToasts } from './toasts.ts';

/** Renews the licence of a downloaded lecture and answers whether it was done; a failure is told as a notice. */
export function useRenewLicence(): (lectureId: LectureId) => Promise<boolean> {
  const { t } = useTranslation();
  const show = useToasts((state) => state.show);
  return async (lectureId) => {
    try {
      await ask('licences.renew', { lectureId });
      return true;
    } catch (thrown) {
      const words = errorWords(toAppError(thrown), t);
      show({ text: `${words.title}. ${words.body}` });
      return false;
    }
  };
}
