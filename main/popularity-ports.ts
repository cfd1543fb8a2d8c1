/** The door of what is popular, as `ports.ts` has the others. */
import type { PopularList } from '../contract/api/popular.ts';
import type { Result } from '../contract/result.ts';

/** What the service last said of all learners together, in the library; nothing of the person. */
export interface PopularityStore {
  /** The ETag of what is kept; null: nothing was ever fetched. */
  etag(): Promise<Result<string | null>>;
  /** Puts a new list in the place of the old one; true when anything changed. */
  replace(list: PopularList, etag: string | null): Promise<Result<boolean>>;
}
