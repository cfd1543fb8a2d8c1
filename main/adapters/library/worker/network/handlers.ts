import type { ComputerNetworkCalls, NetworkCalls } from '../../messages-network.ts';
import type { Handlers } from '../../messages.ts';
import type { LibraryStatements } from '../account/tables.ts';
import type { ComputerStatements } from '../computer/tables.ts';
import { networkPiece } from './piece.ts';
import { countNetwork, listNetwork, summarizeNetwork } from './read.ts';
import { readServiceList, writeServiceList } from './service-lists.ts';
import { networkOf } from './tables.ts';
import { clearNetwork, purgeNetwork, recordNetwork } from './write.ts';

/** What each call does with the ledger of the open account. */
export const networkHandlers: Handlers<NetworkCalls, LibraryStatements> = {
  'network.record': (store, batch) => recordNetwork(networkOf(store), batch),
  'network.list': (store, query) => listNetwork(networkOf(store), query),
  'network.count': (store, query) => countNetwork(networkOf(store), query),
  'network.summary': (store, fromDay) => summarizeNetwork(networkOf(store), fromDay),
  'network.piece': (store, query) => networkPiece(networkOf(store), query),
  'network.clear': (store, nowMs) => clearNetwork(networkOf(store), nowMs),
  'network.purge': (store, input) => purgeNetwork(networkOf(store), input),
};

/** What each call does with the ledger of the computer, and with what the service tells everybody. */
export const computerNetworkHandlers: Handlers<ComputerNetworkCalls, ComputerStatements> = {
  'computer.network-record': (store, batch) => recordNetwork(networkOf(store), batch),
  'computer.network-list': (store, query) => listNetwork(networkOf(store), query),
  'computer.network-count': (store, query) => countNetwork(networkOf(store), query),
  'computer.network-summary': (store, fromDay) => summarizeNetwork(networkOf(store), fromDay),
  'computer.network-piece': (store, query) => networkPiece(networkOf(store), query),
  'computer.network-clear': (store, nowMs) => clearNetwork(networkOf(store), nowMs),
  'computer.network-purge': (store, input) => purgeNetwork(networkOf(store), input),
  'computer.read-service-list': readServiceList,
  'computer.write-service-list': writeServiceList,
};
