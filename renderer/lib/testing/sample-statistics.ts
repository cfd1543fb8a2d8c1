import type { StudyStatistics } from '../../../contract/domain/statistics.ts';

/** The statistics of a history without entries. */
export const nothingCounted: StudyStatistics = {
  days: [],
  totals: { watchedMs: 0, dayCount: 0, lectureCount: 0, completedCount: 0, courseCount: 0 },
  courses: [],
  others: { courseCount: 0, watchedMs: 0 },
  currentStreak: { dayCount: 0, lastDay: null },
  longestStreak: { dayCount: 0, lastDay: null },
};
