import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LectureId } from '../../contract/domain/ids.ts';
import type { Span } from '../../contract/domain/span.ts';
import { ask } from './api.ts';
import { refreshWatched } from './requests.ts';
import { useToasts } from './toasts.ts';

/** How a lecture counts now, and the parts that were given with it. */
export interface Mark {
  readonly completed: boolean;
  readonly watched: readonly Span[];
}

/** Counts a lecture as watched or not, by hand, and offers to undo it. */
export function useMarkWatched(
  lectureId: LectureId,
  onChange: (mark: Mark) => void = () => undefined,
): (completed: boolean) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const show = useToasts((state) => state.show);
  const send = async (mark: Mark): Promise<readonly Span[]> => {
    const { before } = await ask('playback.setCompleted', { lectureId, ...mark });
    onChange(mark);
    await refreshWatched(client);
    return before;
  };
  const change = async (completed: boolean): Promise<void> => {
    try {
      const before = await send({ completed, watched: [] });
      show({
        text: completed ? t('study.markedWatched') : t('study.markedNotWatched'),
        undo: () => {
          send({ completed: !completed, watched: before }).catch(() => {
            show({ text: t('study.notMarked') });
          });
        },
      });
    } catch {
      show({ text: t('study.notMarked') });
    }
  };
  return (completed) => void change(completed);
}
