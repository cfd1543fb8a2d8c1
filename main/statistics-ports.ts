/** The doors of the study statistics, as `ports.ts` has the others. */
import type { LocalDay } from '../contract/domain/local-day.ts';
import type { StudyStatistics } from '../contract/domain/statistics.ts';
import type { Result } from '../contract/result.ts';

/** Local days from one to another, both included. */
export interface DayRange {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
}

/** A part of the statistics as CSV. */
export interface StatisticsPiece {
  readonly text: string;
  readonly lineCount: number;
  /** The day that the next part begins with; null: there is none. */
  readonly nextDay: LocalDay | null;
}

/** The study statistics: counted in the encrypted library from its history, never kept. */
export interface StatisticsStore {
  read(days: DayRange): Promise<Result<StudyStatistics>>;
  /** Lines for each day and course; days without anything are left out. */
  csv(days: DayRange): Promise<Result<StatisticsPiece>>;
}

/** A text on its way to where the person wants it, in clear. Fails with `folder-read-only`, `disk-full`, `disk-failed`. */
export interface ExportFile {
  append(text: string): Promise<Result<null>>;
  /** Puts what was written at the place that was chosen, over what is there. */
  finish(): Promise<Result<null>>;
  /** Deletes what was written; what was there before stays. */
  abandon(): Promise<void>;
}

/** Asks the person by the system's dialog, which also asks before it replaces; null when they thought better of it. */
export type ChooseExportFile = (suggestedName: string) => Promise<ExportFile | null>;
