import { useQueryClient } from '@tanstack/react-query';
import type { SyncView } from '../../contract/domain/sync.ts';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { keepAnswer, useRequest } from './requests.ts';

/** The exchange of watching with the person's other computers, and its switch. */
export interface SyncSwitch {
  /** Undefined until it is known. */
  readonly view: SyncView | undefined;
  readonly set: (on: boolean) => Promise<boolean>;
  /** Turns it off too. */
  readonly deleteCopy: () => Promise<boolean>;
}

/** How the exchange stands for the account that is open. */
export function useSync(): SyncSwitch {
  const client = useQueryClient();
  const attempt = useAttempt();
  const view = useRequest('sync.read', null).data;
  const keep = async (answer: Promise<SyncView>): Promise<void> => {
    keepAnswer(client, 'sync.read', null, await answer);
  };
  return {
    view,
    set: (on) => attempt(() => keep(ask('sync.set', { on }))),
    deleteCopy: () => attempt(() => keep(ask('sync.deleteCopy', null))),
  };
}
