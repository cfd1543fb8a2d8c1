import { z } from 'zod';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A day of the calendar where the computer is: "2026-03-12". Days sort as text. */
export const LocalDay = z.iso.date().brand<'LocalDay'>();
export type LocalDay = z.infer<typeof LocalDay>;

/** How far local time is ahead of UTC at a moment, in minutes. */
export type OffsetMinutes = (timeMs: number) => number;

/** The day that a moment is on. */
export function localDay(timeMs: number, offsetMinutes: OffsetMinutes): LocalDay {
  return dayOf(timeMs + offsetMinutes(timeMs) * minuteMs);
}

/** The day so many days later; earlier when negative. */
export function dayAfter(day: LocalDay, days: number): LocalDay {
  return dayOf(Date.parse(day) + days * dayMs);
}

/** The first moment of a day. Where clocks are turned at midnight, that is not 00:00. */
export function dayStartMs(day: LocalDay, offsetMinutes: OffsetMinutes): number {
  const asUtc = Date.parse(day);
  const first = asUtc - offsetMinutes(asUtc) * minuteMs;
  const second = asUtc - offsetMinutes(first) * minuteMs;
  const within = [first, second].filter((timeMs) => localDay(timeMs, offsetMinutes) === day);
  return within.length > 0 ? Math.min(...within) : Math.max(first, second);
}

function dayOf(shiftedMs: number): LocalDay {
  return new Date(shiftedMs).toISOString().slice(0, 10) as LocalDay;
}
