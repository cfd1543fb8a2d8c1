import type { NetworkFilter, NetworkPage, NetworkSource, NetworkSummary, NetworkSums } from './domain/network.ts';
import type { Processor, StoredItemsView, StoredItemView, ToldByService } from './domain/stored-item.ts';

/** Requests about what is sent and stored: the network ledger, cookies, processors. */
export interface NetworkRequests {
  'network.summary': { in: { source: NetworkSource }; out: NetworkSummary };
  /** Newest first, behind `beforeId`. */
  'network.list': {
    in: { source: NetworkSource; filter: NetworkFilter; beforeId: number | null; limit: number };
    out: NetworkPage;
  };
  /** How many the filter lets through, of those that are newer than `afterId` (null: of all). */
  'network.count': { in: { source: NetworkSource; filter: NetworkFilter; afterId: number | null }; out: NetworkSums };
  /** Asks where to, and writes what the filter lets through there, unencrypted; null when the person thought better of it. */
  'network.export': {
    in: { source: NetworkSource; filter: NetworkFilter; format: 'csv' | 'json'; title: string };
    out: { lineCount: number } | null;
  };
  /** Deletes list and sums for good; it counts anew from now on. */
  'network.clear': { in: { source: NetworkSource }; out: null };
  'cookies.read': { in: null; out: StoredItemsView };
  /** Deletes these, or with null all of them; answers what is gone. */
  'cookies.remove': { in: { ids: readonly string[] | null }; out: readonly StoredItemView[] };
  /** Who else processes data for the service. */
  'processors.read': { in: null; out: ToldByService<readonly Processor[]> };
}
