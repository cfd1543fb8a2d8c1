/** A day: whoever says more is not believed. */
const longestWaitMs = 86_400_000;

const weekday = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;
const withoutZone = /^\w{3} \w{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * Milliseconds to wait by `Retry-After` (RFC 9110 §10.2.3): seconds or a date, at least 0, at most a day; undefined when the
 * field is absent or neither. `nowMs` is the service's own `Date` where there is one, so that a wrong clock here does no harm.
 */
export function parseRetryAfter(field: string | undefined, nowMs: number): number | undefined {
  if (field === undefined) return undefined;
  if (/^\d+$/.test(field)) return Math.min(Number(field) * 1000, longestWaitMs);
  const atMs = parseHttpDate(field);
  return atMs === undefined ? undefined : Math.min(Math.max(atMs - nowMs, 0), longestWaitMs);
}

/** Milliseconds since 1970 of an HTTP date in any of its three forms (RFC 9110 §5.6.7); undefined when it is none. */
export function parseHttpDate(field: string | undefined): number | undefined {
  if (field === undefined || !weekday.test(field)) return undefined;
  // The asctime form names no zone and means UTC.
  const atMs = Date.parse(withoutZone.test(field) ? `${field} GMT` : field);
  return Number.isNaN(atMs) || !(withoutZone.test(field) || field.endsWith(' GMT')) ? undefined : atMs;
}
