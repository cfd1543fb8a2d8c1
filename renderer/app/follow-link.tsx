import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, listen } from '../lib/api.ts';
import { useJump } from '../lib/jump.ts';
import { useToasts } from '../lib/toasts.ts';

/** Follows links that the system handed to the app: what waits when a person comes in, and what comes while they are in. */
export function FollowLink(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  useEffect(() => {
    const follow = async (): Promise<void> => {
      const target = await ask('links.take', null).catch(() => null);
      if (target === null) return;
      switch (target.kind) {
        case 'unknown':
          useToasts.getState().show({ text: t('notes.linkUnknown') });
          return;
        case 'course':
          await router.navigate({ to: '/courses/$courseId', params: { courseId: target.courseId } });
          return;
        case 'lecture': {
          const { lectureId, positionMs } = target;
          if (positionMs !== null) useJump.setState({ to: { lectureId, positionMs } });
          await router.navigate({ to: '/watch/$lectureId', params: { lectureId } });
        }
      }
    };
    void follow();
    const stop = listen('links.waiting', () => void follow());
    return () => {
      stop();
      useJump.setState({ to: null });
    };
  }, [router, t]);
  return null;
}
