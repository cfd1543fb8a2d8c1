/** The doors of what deletes by age, as `ports.ts` has the others. */
import type { AgingName, FileKindName } from '../contract/domain/data-kinds.ts';
import type { LocalDay } from '../contract/domain/local-day.ts';
import type { Result } from '../contract/result.ts';

/** From when on something is too old. */
export interface AgeLimit {
  readonly today: LocalDay;
  /** Null: age deletes nothing now; the day is counted all the same. */
  readonly keepDays: number | null;
  /** The first moment that is kept (milliseconds since 1970, UTC); null like `keepDays`. */
  readonly keptFromMs: number | null;
}

/** What a purge has deleted so far. */
export interface Purged {
  readonly count: number;
  /** There may be more that is too old: asked for once more. */
  readonly hasMore: boolean;
}

/** Deletes for good some of what is too old. */
export type Purge = (limit: AgeLimit) => Promise<Result<Purged>>;

/** What ages while its account is open; the network ledger, of which the computer has one too, by itself. */
export type AccountAging = Exclude<AgingName, FileKindName | 'network'>;
/** What ages whoever is here. */
export type ComputerAging = Extract<AgingName, FileKindName>;

/** The log's own files. */
export interface LogFiles {
  /** Deletes what was written before; answers how many files went. Fails with `folder-read-only`, `disk-failed`. */
  prune(keptFromMs: number, nowMs: number): Promise<Result<number>>;
}
