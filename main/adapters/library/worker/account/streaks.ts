import { dayAfter, type LocalDay } from '../../../../../contract/domain/local-day.ts';
import type { Streak } from '../../../../../contract/domain/statistics.ts';

const none: Streak = { dayCount: 0, lastDay: null };

/** The row that ends on the last day, or on the day before: a day that is not over yet does not end it. Days come newest first. */
export function currentStreak(days: readonly LocalDay[], lastDay: LocalDay): Streak {
  const [newest] = rowsOf(days);
  return newest?.lastDay === lastDay || newest?.lastDay === dayAfter(lastDay, -1) ? newest : none;
}

/** The longest row; of several the newest. Days come newest first. */
export function longestStreak(days: readonly LocalDay[]): Streak {
  return rowsOf(days).reduce((longest, row) => (row.dayCount > longest.dayCount ? row : longest), none);
}

function rowsOf(days: readonly LocalDay[]): readonly Streak[] {
  const rows: { dayCount: number; readonly lastDay: LocalDay }[] = [];
  let before: LocalDay | null = null;
  for (const day of days) {
    const row = rows.at(-1);
    if (row !== undefined && day === before) row.dayCount += 1;
    else rows.push({ dayCount: 1, lastDay: day });
    before = dayAfter(day, -1);
  }
  return rows;
}
