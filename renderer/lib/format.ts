import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { createAgo } from './ago.ts';

const byteSteps = [
  { unit: 'gigabyte', size: 1e9 },
  { unit: 'megabyte', size: 1e6 },
  { unit: 'kilobyte', size: 1e3 },
] as const;

/** Numbers, sizes, times and dates as the chosen language writes them. */
export interface Format {
  /** "12.4 MB"; counts in thousands, as systems show drives. */
  bytes(sizeBytes: number): string;
  /** "12.4 of 30 MB": both in the unit of the whole. */
  bytesOf(receivedBytes: number, sizeBytes: number): string;
  /** "1.2 MB/s". */
  speed(bytesPerSecond: number): string;
  /** "1 h 20 min", "2 min", "45 s". */
  duration(durationMs: number): string;
  /** "1:05:09", "4:07": a place in a lecture. */
  clock(positionMs: number): string;
  /** "1,204". */
  number(value: number): string;
  /** "4.6", «4,6»: one figure behind the point, also when it is nought. */
  average(value: number): string;
  /** "42%", «42 %»; from 0 to 1. */
  percent(share: number): string;
  /** "1.25×". */
  rate(rate: number): string;
  /** "12 March 2026". */
  date(iso: string): string;
  /** "Thursday, 12 March 2026"; a day as "2026-03-12". */
  day(day: string): string;
  /** "12 March"; a day as "2026-03-12". */
  dayAndMonth(day: string): string;
  /** "12 Mar". */
  dayShort(day: string): string;
  /** "Thu": the weekday of a day. */
  weekday(day: string): string;
  /** "Mar": the month of a day. */
  month(day: string): string;
  /** "12 March 2026 at 14:05"; milliseconds since 1970, told in this computer's time zone. */
  moment(timeMs: number): string;
  /** "23:00": a moment's time of the day in this computer's time zone. */
  timeOfDay(timeMs: number): string;
  /** "23:00"; minutes since midnight. */
  dayMinute(minute: number): string;
  /** "5 minutes ago", "yesterday"; both in milliseconds since 1970. */
  ago(timeMs: number, nowMs: number): string;
  /** "Russian", «русский»: a language named in the reader's own. */
  language(tag: string): string;
  /** "Germany", «Германия»: a country by its code (ISO 3166-1 alpha-2). */
  region(code: string): string;
  /** "English and Russian". */
  list(items: readonly string[]): string;
  /** Orders texts as the language does. */
  compare(a: string, b: string): number;
}

/** Makes the formatters of one language; `t` gives the short words for hours, minutes and seconds. */
export function createFormat(locale: string, t: TFunction): Format {
  const unitFormat = (unit: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits });
  const step = (size: number) => byteSteps.find((each) => size >= each.size) ?? byteSteps[2];
  const digitsFor = (value: number) => (value < 100 ? 1 : 0);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const part = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (text) => format.format(Date.parse(text));
  };
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const timeOfDay = new Intl.DateTimeFormat(locale, hours);
  const utcTime = new Intl.DateTimeFormat(locale, { ...hours, timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const collator = new Intl.Collator(locale, { numeric: true });

  const bytes = (sizeBytes: number): string => {
    const { unit, size } = step(sizeBytes);
    const value = sizeBytes / size;
    return together(unitFormat(unit, digitsFor(value)).format(value));
  };
  const duration = (durationMs: number): string => {
    const seconds = Math.max(0, Math.round(durationMs / 1000));
    if (seconds < 60) return t('duration.seconds', { seconds });
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return t('duration.minutes', { minutes });
    const rest = minutes % 60;
    const hours = Math.floor(minutes / 60);
    return rest === 0 ? t('duration.hours', { hours }) : t('duration.hoursMinutes', { hours, minutes: rest });
  };
  return {
    number: (value) => whole.format(value),
    average: (value) => tenths.format(value),
    bytes,
    bytesOf(receivedBytes, sizeBytes) {
      const { size } = step(sizeBytes);
      const received = receivedBytes / size;
      const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digitsFor(received) });
      return t('size.of', { received: number.format(received), total: bytes(sizeBytes) });
    },
    // Not Intl's unit: its Russian «МБ/c» ends in a Latin letter.
    speed: (bytesPerSecond) => t('size.perSecond', { size: bytes(bytesPerSecond) }),
    duration: (durationMs) => together(duration(durationMs)),
    clock,
    percent: (share) => percent.format(share),
    rate: (value) => `${rate.format(value)}×`,
    date: (iso) => date.format(new Date(iso)),
    day: (text) => day.format(Date.parse(text)),
    dayAndMonth: part({ day: 'numeric', month: 'long' }),
    dayShort: part({ day: 'numeric', month: 'short' }),
    weekday: part({ weekday: 'short' }),
    month: part({ month: 'short' }),
    moment: (timeMs) => moment.format(timeMs),
    timeOfDay: (timeMs) => timeOfDay.format(timeMs),
    dayMinute: (minute) => utcTime.format(minute * 60_000),
    ago: createAgo(locale, t),
    language: (tag) => languages.of(tag) ?? tag,
    region: (code) => regions.of(code) ?? code,
    list: (items) => list.format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}

/** Keeps a number and its unit on one line. */
function together(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** A place in a lecture: "4:07", from one hour on "1:05:09". */
export function clock(positionMs: number): string {
  const total = Math.max(0, Math.floor(positionMs / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = total % 60;
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(seconds)}` : `${String(minutes)}:${two(seconds)}`;
}

/** Made once for each language: making formatters is slow, and every line of a list asks for them. */
const made = new Map<string, Format>();

/** The formatters of the language on screen. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const format = made.get(language) ?? createFormat(language, i18n.getFixedT(language));
  made.set(language, format);
  return format;
}
