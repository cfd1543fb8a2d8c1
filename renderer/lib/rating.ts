import { useTranslation } from 'react-i18next';
import type { RatingSubject, Stars } from '../../contract/domain/rating.ts';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { useToasts } from './toasts.ts';

/** Rates a course or lecture, or withdraws the rating (null), and offers to undo it. */
export function useRate(subject: RatingSubject): (stars: Stars | null) => Promise<void> {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  return async (stars) => {
    let before: Stars | null = null;
    const rated = await attempt(async () => {
      ({ before } = await ask('ratings.rate', { subject, stars }));
    });
    if (!rated) return;
    show({
      text: stars === null ? t('rating.withdrawn') : t('rating.rated', { count: stars }),
      undo: () => void attempt(() => ask('ratings.rate', { subject, stars: before })),
    });
  };
}
