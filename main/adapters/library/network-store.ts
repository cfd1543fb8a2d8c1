import type { NetworkStore, ServiceListStore } from '../../network-ports.ts';
import type { WorkerClient } from './worker-client.ts';

type Call = Pick<WorkerClient, 'call'>;

/** The network ledger of the open account. */
export function accountNetworkOf({ call }: Call): NetworkStore {
  return {
    record: (batch) => call('network.record', batch),
    list: (query) => call('network.list', query),
    count: (query) => call('network.count', query),
    summary: (fromDay) => call('network.summary', fromDay),
    piece: (query) => call('network.piece', query),
    clear: (nowMs) => call('network.clear', nowMs),
    purge: (today, keepDays) => call('network.purge', { today, keepDays }),
  };
}

/** The network ledger of the time while nobody is signed in. */
export function computerNetworkOf({ call }: Call): NetworkStore {
  return {
    record: (batch) => call('computer.network-record', batch),
    list: (query) => call('computer.network-list', query),
    count: (query) => call('computer.network-count', query),
    summary: (fromDay) => call('computer.network-summary', fromDay),
    piece: (query) => call('computer.network-piece', query),
    clear: (nowMs) => call('computer.network-clear', nowMs),
    purge: (today, keepDays) => call('computer.network-purge', { today, keepDays }),
  };
}

/** What the service tells everybody, in `computer.db`. */
export function serviceListsOf({ call }: Call): ServiceListStore {
  return {
    read: (name) => call('computer.read-service-list', name),
    write: (name, list) => call('computer.write-service-list', { name, list }),
  };
}
