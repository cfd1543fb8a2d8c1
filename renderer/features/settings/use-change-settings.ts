import { useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { AppError } from '../../../contract/result.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { keepAnswer, useAsk } from '../../lib/requests.ts';

/** What every part of the settings gets that changes some of them. */
export interface SettingsPartProps {
  readonly settings: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
}

/** Changes settings; the change holds at once, the error is that of the last one. */
export function useChangeSettings(): {
  readonly change: SettingsPartProps['onChange'];
  readonly error: AppError | null;
} {
  const client = useQueryClient();
  const update = useAsk('settings.update');
  return {
    change(part) {
      update.mutate(part, {
        onSuccess: (next) => {
          keepAnswer(client, 'settings.read', null, next);
        },
      });
    },
    error: update.error ? toAppError(update.error) : null,
  };
}
