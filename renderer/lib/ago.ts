import type { TFunction } from 'i18next';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Whole days on the calendar from one time to another; not 24-hour spans, so that "yesterday" is yesterday. */
function calendarDays(fromMs: number, toMs: number): number {
  const midnight = (timeMs: number): number => new Date(timeMs).setHours(0, 0, 0, 0);
  return Math.round((midnight(toMs) - midnight(fromMs)) / dayMs);
}

/** How long ago something was, in words: "just now", "5 minutes ago", "yesterday"; times in milliseconds since 1970, the future counts as now. */
export function createAgo(locale: string, t: TFunction): (timeMs: number, nowMs: number) => string {
  const counted = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const named = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (timeMs, nowMs) => {
    const passedMs = nowMs - timeMs;
    if (passedMs < minuteMs) return t('ago.now');
    if (passedMs < hourMs) return counted.format(-Math.floor(passedMs / minuteMs), 'minute');
    if (passedMs < dayMs) return counted.format(-Math.floor(passedMs / hourMs), 'hour');
    const days = calendarDays(timeMs, nowMs);
    if (days < 14) return named.format(-days, 'day');
    if (days < 60) return counted.format(-Math.floor(days / 7), 'week');
    if (days < 365) return counted.format(-Math.floor(days / 30.5), 'month');
    return counted.format(-Math.floor(days / 365), 'year');
  };
}
