import type { LocalDay } from '../../../contract/domain/local-day.ts';
import type { NetworkFilter, NetworkPage, NetworkSummary, NetworkSums } from '../../../contract/domain/network.ts';
import type { PurgedHistory } from '../../history-ports.ts';
import type { KeptList, NetworkBatch, NetworkPiece, NetworkQuery, ServiceListName } from '../../network-ports.ts';

type Count = { readonly filter: NetworkFilter; readonly afterId: number | null };
type Piece = Omit<NetworkQuery, 'limit'> & { readonly format: 'csv' | 'json' };
type Purge = { readonly today: LocalDay; readonly keepDays: number };
type Summary = Omit<NetworkSummary, 'nextPurgeAtMs'>;

/** Calls on the network ledger of the open account. */
export interface NetworkCalls {
  'network.record': { in: NetworkBatch; out: null };
  'network.list': { in: NetworkQuery; out: NetworkPage };
  'network.count': { in: Count; out: NetworkSums };
  'network.summary': { in: LocalDay; out: Summary };
  'network.piece': { in: Piece; out: NetworkPiece };
  'network.clear': { in: number; out: null };
  'network.purge': { in: Purge; out: PurgedHistory };
}

/** The same of the time while nobody is signed in, and what the service tells everybody. */
export interface ComputerNetworkCalls {
  'computer.network-record': { in: NetworkBatch; out: null };
  'computer.network-list': { in: NetworkQuery; out: NetworkPage };
  'computer.network-count': { in: Count; out: NetworkSums };
  'computer.network-summary': { in: LocalDay; out: Summary };
  'computer.network-piece': { in: Piece; out: NetworkPiece };
  'computer.network-clear': { in: number; out: null };
  'computer.network-purge': { in: Purge; out: PurgedHistory };
  'computer.read-service-list': { in: ServiceListName; out: KeptList | null };
  'computer.write-service-list': { in: { readonly name: ServiceListName; readonly list: KeptList }; out: null };
}
