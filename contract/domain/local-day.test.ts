import { describe, expect, it } from 'vitest';
import { dayAfter, dayStartMs, LocalDay, localDay, type OffsetMinutes } from './local-day.ts';

/** The offset of a time zone, as the system's own table of zones has it. */
function zone(timeZone: string): OffsetMinutes {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  return (timeMs) => {
    const name = format.formatToParts(timeMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}
const at = (iso: string) => Date.parse(iso);
const day = (text: string) => LocalDay.parse(text);

describe('days where the computer is', () => {
  it.each([
    ['Europe/Moscow', '2026-03-11T20:59:59Z', '2026-03-11'],
    ['Europe/Moscow', '2026-03-11T21:00:00Z', '2026-03-12'],
    ['America/New_York', '2026-03-12T03:59:59Z', '2026-03-11'],
    ['America/New_York', '2026-03-12T04:00:00Z', '2026-03-12'],
    ['Asia/Kathmandu', '2026-03-11T18:15:00Z', '2026-03-12'],
    ['Pacific/Kiritimati', '2026-03-11T10:00:00Z', '2026-03-12'],
  ])('E1: in %s the moment %s is on %s', (name, moment, expected) => {
    expect(localDay(at(moment), zone(name))).toBe(expected);
  });

  it.each([
    ['Europe/Moscow', '2026-03-12', '2026-03-11T21:00:00Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T05:00:00Z'],
    // Clocks go forward at midnight: the day begins at one o'clock.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'],
    // Clocks go back at midnight: the hour before it comes twice, and belongs to the day before.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z'],
  ])('E3: in %s the day %s begins at %s', (name, which, expected) => {
    const startMs = dayStartMs(day(which), zone(name));
    expect(new Date(startMs).toISOString()).toBe(new Date(expected).toISOString());
    expect(localDay(startMs, zone(name))).toBe(which);
    expect(localDay(startMs - 1, zone(name))).toBe(dayAfter(day(which), -1));
  });

  it('E3: days are counted by the calendar, over months, leap days and years', () => {
    expect(dayAfter(day('2026-03-01'), -1)).toBe('2026-02-28');
    expect(dayAfter(day('2028-03-01'), -1)).toBe('2028-02-29');
    expect(dayAfter(day('2026-01-15'), -30)).toBe('2025-12-16');
    expect(dayAfter(day('2026-12-31'), 1)).toBe('2027-01-01');
  });

  it('no other text is a day', () => {
    for (const text of ['2026-02-30', '12.03.2026', '2026-3-1', ''])
      expect(LocalDay.safeParse(text).success).toBe(false);
  });
});
