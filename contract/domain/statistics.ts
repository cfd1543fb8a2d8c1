import type { Course } from './course.ts';
import type { CourseId } from './ids.ts';
import type { LocalDay } from './local-day.ts';

/** The most days that are told one by one (53 whole weeks), courses by name, and days of a period in one question. */
export const statisticsBounds = { days: 371, courses: 10, periodDays: 400 } as const;

/** A day counts for a row of days from so much on. */
export const streakDayMs = 60_000;

/** How long lectures played on one day, in media time. */
export interface StudyDay {
  readonly day: LocalDay;
  readonly watchedMs: number;
}

/** One course of a period. */
export interface StudyCourse {
  readonly courseId: CourseId;
  /** As the catalogue has it, or, when that forgot the course, as the entry that was kept last has it. */
  readonly title: string;
  /** Null when the catalogue has the course no more. */
  readonly language: Course['language'] | null;
  readonly watchedMs: number;
}

/** A row of days, none left out, with at least a minute on each. */
export interface Streak {
  readonly dayCount: number;
  /** Its last day; null when there is none. */
  readonly lastDay: LocalDay | null;
}

/** What the watch history says of studying; all of it is counted on this computer. */
export interface StudyStatistics {
  /** The days up to the last one asked for on which something was watched, oldest first; at most 371 days back, whatever the period. */
  readonly days: readonly StudyDay[];
  /** Of the period. */
  readonly totals: {
    readonly watchedMs: number;
    readonly dayCount: number;
    readonly lectureCount: number;
    /** Those of the lectures that are watched to the end by now. */
    readonly completedCount: number;
    readonly courseCount: number;
  };
  /** Of the period: those watched longest, longest first. */
  readonly courses: readonly StudyCourse[];
  /** All other courses of the period together. */
  readonly others: { readonly courseCount: number; readonly watchedMs: number };
  /** The row that goes on until the last day asked for, or the day before: a day that is not over does not end it. Over the whole history. */
  readonly currentStreak: Streak;
  readonly longestStreak: Streak;
}

/** Headings of a table of the statistics, in the person's language. */
export interface StatisticsWords {
  /** Of the file. */
  readonly title: string;
  readonly day: string;
  readonly course: string;
  readonly minutes: string;
  readonly sittings: string;
}
