import { scaleThreshold } from 'd3-scale';
import { dayAfter, type LocalDay } from '../../../contract/domain/local-day.ts';
import type { StudyDay } from '../../../contract/domain/statistics.ts';
import { everyDay, weekOf } from './periods.ts';

/** How many weeks the calendar shows: a year, wherever in a week it ends. */
export const heatWeeks = 53;

/** From so many minutes on a day is of the next level. */
export const heatFromMinutes = [15, 30, 60] as const;

const minuteMs = 60_000;
const levels = scaleThreshold<number, 1 | 2 | 3 | 4>(
  heatFromMinutes.map((minutes) => minutes * minuteMs),
  [1, 2, 3, 4],
);

/** A week of the calendar: a column. */
export interface HeatColumn {
  /** Seven, or fewer in the week of today. */
  readonly days: readonly StudyDay[];
  /** A day of the month that begins in this week; null: none does. */
  readonly newMonth: LocalDay | null;
}

/** The weeks up to today, each from the weekday that it begins with. */
export function heatColumns(days: readonly StudyDay[], today: LocalDay, firstWeekday: number): readonly HeatColumn[] {
  const first = weekOf(dayAfter(today, -7 * (heatWeeks - 1)), firstWeekday);
  const all = everyDay(days, first, today);
  return Array.from({ length: heatWeeks }, (_, week) => {
    const own = all.slice(week * 7, week * 7 + 7);
    return { days: own, newMonth: own.find(({ day }) => day.endsWith('-01'))?.day ?? null };
  });
}

/** How much a day is, from 0 (nothing) to 4. */
export function heatLevel(watchedMs: number): 0 | 1 | 2 | 3 | 4 {
  return watchedMs === 0 ? 0 : levels(watchedMs);
}
