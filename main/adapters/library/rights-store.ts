import type { RightsStore } from '../../rights-ports.ts';
import type { WorkerClient } from './worker-client.ts';

/** The `RightsStore` port on the library worker. */
export function rightsStoreOf({ call }: Pick<WorkerClient, 'call'>): RightsStore {
  return {
    read: () => call('rights.read', null),
    turn: (turn) => call('rights.turn', turn),
    told: (name, revision) => call('rights.told', { name, revision }),
    take: (heard) => call('rights.take', heard),
  };
}
