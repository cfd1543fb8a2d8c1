/** The doors of looking at what is held, as `ports.ts` has the others. */
import type { DataKindName } from '../contract/domain/data-kinds.ts';
import type { HeldSample, SampledKind } from '../contract/domain/held-data.ts';
import type { LocalAccountId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';

/** How many entries there are, and when the oldest is of (milliseconds since 1970, UTC; null: entries without a time, or none). */
export interface CountedKind {
  readonly count: number;
  readonly sinceMs: number | null;
}

/** What is held in the two databases. */
export interface HeldStore {
  count(kind: DataKindName, accountId: LocalAccountId): Promise<Result<CountedKind>>;
  /** Newest first, in plain words; never a key, a token or the text of a licence. */
  samples(kind: SampledKind, limit: number): Promise<Result<readonly HeldSample[]>>;
  /** Bytes of its tables and their indexes. */
  sizeBytes(kind: DataKindName): Promise<Result<number>>;
}

/** How much lies beside the databases. */
export interface WeighedFiles {
  readonly keyring: CountedKind & { readonly sizeBytes: number };
  readonly logs: CountedKind & { readonly sizeBytes: number };
  readonly librarySizeBytes: number;
  readonly computerSizeBytes: number;
}

/** What is held in files; fails with `folder-read-only`, `disk-failed`. */
export interface HeldFiles {
  weigh(accountId: LocalAccountId): Promise<Result<WeighedFiles>>;
}
