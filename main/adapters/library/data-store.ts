import { dataKinds } from '../../../contract/domain/data-kinds.ts';
import type { DataKind, DataKindName } from '../../../contract/domain/data-kinds.ts';
import type { HeldStore } from '../../data-ports.ts';
import type { WorkerClient } from './worker-client.ts';

/** What is held, asked of the library worker. */
export function heldStoreOf({ call }: WorkerClient): HeldStore {
  const isOfComputer = (kind: DataKindName): boolean => {
    const { library, computer }: DataKind = dataKinds[kind];
    return library.length === 0 && computer.length > 0;
  };
  return {
    count: (kind, accountId) =>
      isOfComputer(kind) ? call('data.count-computer', { kind, accountId }) : call('data.count', kind),
    samples: (kind, limit) => call('data.samples', { kind, limit }),
    sizeBytes: (kind) => (isOfComputer(kind) ? call('data.size-computer', kind) : call('data.size', kind)),
  };
}
