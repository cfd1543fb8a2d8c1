import type { EntriesStore } from '../../erase-plan-ports.ts';
import type { WorkerClient } from './worker-client.ts';

/** Erasing by kind, asked of the worker. */
export function entriesStoreOf(call: WorkerClient['call']): EntriesStore {
  return {
    count: () => call('erase.count', null),
    remember: (kinds) => call('erase.remember', kinds),
    erase: (input) => call('erase.entries', input),
    look: () => call('erase.look', null),
  };
}
