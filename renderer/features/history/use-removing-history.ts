import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryRemoval } from '../../../contract/domain/history.ts';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { refresh } from '../../lib/requests.ts';
import { useToasts } from '../../lib/toasts.ts';

/** Deletes from the history, with a notice that takes it back; `title` of the one entry when it is one. */
export function useRemovingHistory(): (removal: HistoryRemoval, title: string | null) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  const read = (): Promise<void> => refresh(client, 'history.list', 'history.state');

  async function undo(removalId: number): Promise<void> {
    try {
      await ask('history.undo', { removalId });
    } catch (thrown) {
      if (toAppError(thrown).code !== 'not-found') throw thrown;
      show({ text: t('history.tooLate') });
    }
    await read();
  }

  return (removal, title) => {
    void attempt(async () => {
      const { removalId, count } = await ask('history.remove', removal);
      await read();
      if (count === 0) return;
      show({
        text: title === null ? t('history.removedMany', { count }) : t('history.removed', { title }),
        undo: () => void attempt(() => undo(removalId)),
      });
    });
  };
}
