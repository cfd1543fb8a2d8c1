import { dayAfter, type LocalDay } from '../../../contract/domain/local-day.ts';
import type { StudyDay } from '../../../contract/domain/statistics.ts';

/** How many days the statistics look back. */
export const periods = [7, 30, 90, 365] as const;
export type Period = (typeof periods)[number];

/** One bar: a day, or the days of a week that are in the period. */
export interface StudyPart {
  readonly firstDay: LocalDay;
  readonly lastDay: LocalDay;
  readonly watchedMs: number;
}

/** The days of a period that ends today. */
export function daysOfPeriod(
  today: LocalDay,
  period: Period,
): { readonly fromDay: LocalDay; readonly toDay: LocalDay } {
  return { fromDay: dayAfter(today, 1 - period), toDay: today };
}

/** Every day from one to another, also those on which nothing was watched. */
export function everyDay(days: readonly StudyDay[], fromDay: LocalDay, toDay: LocalDay): readonly StudyDay[] {
  const watched = new Map(days.map(({ day, watchedMs }) => [day, watchedMs]));
  const all: StudyDay[] = [];
  for (let day = fromDay; day <= toDay; day = dayAfter(day, 1)) all.push({ day, watchedMs: watched.get(day) ?? 0 });
  return all;
}

/** The weekday of a day: 1 for Monday to 7 for Sunday. */
export function weekday(day: LocalDay): number {
  return new Date(day).getUTCDay() || 7;
}

/** The first day of the week that a day is in. */
export function weekOf(day: LocalDay, firstWeekday: number): LocalDay {
  return dayAfter(day, -((weekday(day) - firstWeekday + 7) % 7));
}

/** A bar for each day. */
export function byDay(days: readonly StudyDay[]): readonly StudyPart[] {
  return days.map(({ day, watchedMs }) => ({ firstDay: day, lastDay: day, watchedMs }));
}

/** A bar for each week; the first and the last may be parts of one. */
export function byWeek(days: readonly StudyDay[], firstWeekday: number): readonly StudyPart[] {
  const weeks = new Map<LocalDay, StudyPart>();
  for (const { day, watchedMs } of days) {
    const week = weekOf(day, firstWeekday);
    const part = weeks.get(week);
    weeks.set(week, {
      firstDay: part?.firstDay ?? day,
      lastDay: day,
      watchedMs: (part?.watchedMs ?? 0) + watchedMs,
    });
  }
  return [...weeks.values()];
}

/** What was watched most, the first of several; null when nothing was. */
export function most<Part extends { readonly watchedMs: number }>(parts: readonly Part[]): Part | null {
  return parts.reduce<Part | null>((best, part) => (part.watchedMs > (best?.watchedMs ?? 0) ? part : best), null);
}
