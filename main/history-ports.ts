/** The doors of the watch history, as `ports.ts` has the others. */
import type { HistoryPage, HistoryPlace, HistoryRemoval } from '../contract/domain/history.ts';
import type { DeviceId, LectureId } from '../contract/domain/ids.ts';
import type { LocalDay } from '../contract/domain/local-day.ts';
import type { Result } from '../contract/result.ts';

/** What was told of a lecture that is watched: it goes on with the sitting of just before, or begins one. */
export interface WatchedMoment {
  readonly lectureId: LectureId;
  readonly deviceId: DeviceId;
  /** Milliseconds since 1970, UTC. */
  readonly nowMs: number;
  /** When a sitting that begins with this has begun. */
  readonly startedAtMs: number;
  readonly day: LocalDay;
  readonly offsetMinutes: number;
  /** How much played since it was told last; a sitting does not begin with nothing. */
  readonly watchedMs: number;
  /** Where that began, and where the person is now. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** Which part of the list: newest first, behind `before`. */
export interface HistoryQuery {
  readonly before: HistoryPlace | null;
  readonly limit: number;
  /** Every word of it in a title; empty: everything. */
  readonly text: string;
}

/** What a purge has deleted so far. */
export interface PurgedHistory {
  readonly count: number;
  /** There may be more that is too old: asked for once more. */
  readonly hasMore: boolean;
}

/** The watch history in the encrypted library. */
export interface HistoryStore {
  /** True when it was kept; nothing is when nothing played, or nobody knows the lecture's title. */
  record(moment: WatchedMoment): Promise<Result<boolean>>;
  list(query: HistoryQuery): Promise<Result<HistoryPage>>;
  count(): Promise<Result<number>>;
  /** Deletes from the file at once, and remembers it in the worker's memory under this number; answers how many there were. */
  remove(removal: HistoryRemoval, removalId: number, nowMs: number): Promise<Result<number>>;
  /** Brings back what was removed under this number; how many there were. */
  restore(removalId: number): Promise<Result<number>>;
  /** Forgets for good what was removed under this number. */
  forget(removalId: number): Promise<Result<null>>;
  /**
   * Deletes for good some of what is older than so many days (null: nothing). Days are counted as they pass: a clock that was turned back makes
   * nothing older or younger, and one day goes by for each that it shows.
   */
  purge(today: LocalDay, keepDays: number | null): Promise<Result<PurgedHistory>>;
}
