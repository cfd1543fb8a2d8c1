/** The same day and time so many calendar months later, in UTC; the last of the month where it has no such day (31 January: 28 or 29 February). */
export function monthsLaterMs(fromMs: number, months: number): number {
  const from = new Date(fromMs);
  const later = new Date(fromMs);
  later.setUTCDate(1);
  later.setUTCMonth(from.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return later.getTime();
}

/** The calendar date of a moment, UTC (ISO 8601). */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

/** The calendar date so many years after another (ISO 8601); 29 February becomes the 28th. */
export function yearsLater(day: string, years: number): string {
  return dayOf(monthsLaterMs(Date.parse(`${day}T00:00:00Z`), years * 12));
}
