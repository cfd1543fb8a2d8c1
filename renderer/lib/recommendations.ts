import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type {
  RecommendationReason,
  RecommendationsView,
  RecommendedCourse,
} from '../../contract/domain/recommendation.ts';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { keepAnswer, refresh, requestKey } from './requests.ts';
import { useToasts } from './toasts.ts';

/** Why a course is recommended, in a few words. */
export function reasonWords(reason: RecommendationReason, t: TFunction): string {
  switch (reason.kind) {
    case 'watched':
      return t('forYou.reason.watched', { course: reason.courseTitle });
    case 'next-level':
      return t('forYou.reason.next', { course: reason.courseTitle });
    case 'lecturer':
      return t('forYou.reason.lecturer', { lecturer: reason.lecturerName });
    case 'topic':
      // The service names topics in one word, with dashes.
      return t('forYou.reason.topic', { topic: reason.topic.replaceAll('-', ' ') });
    case 'popular':
      return t('forYou.reason.popular');
  }
}

/** "Not interested": the course goes from the list at once, with a way to undo it; the others stay where they are. */
export function useDismiss(): (item: RecommendedCourse) => Promise<void> {
  const { t } = useTranslation();
  const client = useQueryClient();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  return async ({ course: { id: courseId, title } }) => {
    const before = client.getQueryData<RecommendationsView>(requestKey('recommendations.read', null));
    if (before?.state === 'ready') {
      const items = before.items.filter(({ course }) => course.id !== courseId);
      keepAnswer(client, 'recommendations.read', null, { ...before, items });
    }
    const dismissed = await attempt(() => ask('recommendations.dismiss', { courseId }));
    if (!dismissed) {
      await refresh(client, 'recommendations.read');
      return;
    }
    // What is like it counts for less now: seen when the screen is opened next, not under the person's hands.
    await client.invalidateQueries({ queryKey: ['recommendations.read'], refetchType: 'none' });
    show({
      text: t('forYou.dismissed', { title }),
      undo: () =>
        void attempt(() => ask('recommendations.restore', { courseId })).then(() =>
          refresh(client, 'recommendations.read'),
        ),
    });
  };
}
