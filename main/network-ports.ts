/** The doors of the network ledger and of what the service tells everybody, as `ports.ts` has the others. */
import type { LocalDay } from '../contract/domain/local-day.ts';
import type { NetworkFilter, NetworkPage, NetworkSummary, NetworkSums } from '../contract/domain/network.ts';
import type { Result } from '../contract/result.ts';
import type { PurgedHistory } from './history-ports.ts';
import type { NetworkRecord } from './privacy-ports.ts';

/** A request with the day that the computer showed when it began. */
export interface DatedRecord extends NetworkRecord {
  readonly day: LocalDay;
}

/** Requests that are written down together. */
export interface NetworkBatch {
  readonly records: readonly DatedRecord[];
  /** The day that the computer shows now. */
  readonly today: LocalDay;
  /** So many more could not be written down before. */
  readonly missedCount: number;
}

/** Which part of the list: newest first, behind `beforeId`. */
export interface NetworkQuery {
  readonly filter: NetworkFilter;
  readonly beforeId: number | null;
  readonly limit: number;
}

/** A part of the list as text. */
export interface NetworkPiece {
  /** Lines of CSV; of JSON objects, one a line, with commas between them. */
  readonly text: string;
  readonly lineCount: number;
  readonly nextBeforeId: number | null;
}

/** A network ledger: of the open account, in its encrypted library, or of the computer, while nobody is signed in. */
export interface NetworkStore {
  record(batch: NetworkBatch): Promise<Result<null>>;
  list(query: NetworkQuery): Promise<Result<NetworkPage>>;
  count(query: { readonly filter: NetworkFilter; readonly afterId: number | null }): Promise<Result<NetworkSums>>;
  /** With the days of the plot from this one on. */
  summary(fromDay: LocalDay): Promise<Result<Omit<NetworkSummary, 'nextPurgeAtMs'>>>;
  piece(query: Omit<NetworkQuery, 'limit'> & { readonly format: 'csv' | 'json' }): Promise<Result<NetworkPiece>>;
  /** Deletes list and sums for good; counts anew from that moment. */
  clear(nowMs: number): Promise<Result<null>>;
  /** As `HistoryStore.purge`, of the list; the sums stay. */
  purge(today: LocalDay, keepDays: number): Promise<Result<PurgedHistory>>;
}

/** What the service tells everybody and the app keeps, so that it is there without a network. */
export type ServiceListName = 'cookies' | 'processors';

/** One such list, unread. */
export interface KeptList {
  readonly value: unknown;
  /** Milliseconds since 1970, UTC, when the service said it. */
  readonly atMs: number;
}

/** Keeps those lists in `computer.db`. */
export interface ServiceListStore {
  read(name: ServiceListName): Promise<Result<KeptList | null>>;
  write(name: ServiceListName, list: KeptList): Promise<Result<null>>;
}
