/** The doors of the usage statistics, as `ports.ts` has the others. */
import type { Result } from '../contract/result.ts';

/** How many lectures were played on one day. */
export interface UsageDay {
  /** UTC, ISO 8601 calendar date. */
  readonly day: string;
  readonly lectureCount: number;
}

/** The count of the last day of use, in the encrypted library. */
export interface UsageStore {
  /** A lecture was begun on this day; what waits of an earlier one is left behind. */
  note(day: string): Promise<Result<null>>;
  /** What is there of a day before this one. */
  before(day: string): Promise<Result<UsageDay | null>>;
  forget(): Promise<Result<null>>;
}
