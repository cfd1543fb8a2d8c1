/** The doors of searching, as `ports.ts` has the others. */
import type { SearchFilter, SearchHit } from '../contract/domain/search.ts';
import type { AssetId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';
import type { Purged } from './retention-ports.ts';

/** Something found; a course has the id of its cover, not yet an address. */
export type FoundItem =
  | Exclude<SearchHit, { readonly kind: 'course' }>
  | (Omit<Extract<SearchHit, { readonly kind: 'course' }>, 'coverUrl'> & { readonly coverAssetId: AssetId });

/** What the library found; `corrected` as in `SearchAnswer`. */
export interface Found {
  readonly items: readonly FoundItem[];
  readonly corrected: string | null;
}

/** Searching in the encrypted library; its index is kept in step by the library itself. */
export interface SearchStore {
  /** `limit`: the most of each kind; without a filter, of everything. */
  find(text: string, limit: number, filter?: SearchFilter): Promise<Result<Found>>;
  /** The languages of the published courses. */
  languages(): Promise<Result<readonly string[]>>;
  /** Newest first. */
  history(): Promise<Result<readonly string[]>>;
  /** Keeps a search as the newest; the oldest make room. `nowMs`: milliseconds since 1970, UTC. */
  remember(text: string, nowMs: number): Promise<Result<null>>;
  /** Deletes one search, or with null all of them; no page of the file has it afterwards. */
  forget(text: string | null): Promise<Result<null>>;
  /** Deletes for good what was searched for before (milliseconds since 1970, UTC); null: nothing. */
  purge(keptFromMs: number | null): Promise<Result<Purged>>;
}
