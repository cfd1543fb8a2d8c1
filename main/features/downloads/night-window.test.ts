import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isInNight, nightState } from './night-window.ts';

const moduleUrl = new URL('./night-window.ts', import.meta.url).href;
const at = (text: string): number => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
};
const night = (from: string, to: string) => ({ fromMinute: at(from), toMinute: at(to) });

/** Asks in a process that lives in another time zone. */
function stateIn(timeZone: string, now: string, window: ReturnType<typeof night>): readonly [boolean, string] {
  const script = `
    const { nightState } = await import(${JSON.stringify(moduleUrl)});
    process.stdout.write(JSON.stringify(nightState(${Date.parse(now)}, ${JSON.stringify(window)})));`;
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: timeZone },
    encoding: 'utf8',
  });
  const state = JSON.parse(answer) as NonNullable<ReturnType<typeof nightState>>;
  return [state.isOpen, new Date(state.changesAtMs).toISOString()];
}

describe('D5: the night window', () => {
  it.each([
    ['23:00', '06:00', '22:59', false],
    ['23:00', '06:00', '23:00', true],
    ['23:00', '06:00', '00:00', true],
    ['23:00', '06:00', '05:59', true],
    ['23:00', '06:00', '06:00', false],
    ['01:00', '05:00', '00:59', false],
    ['01:00', '05:00', '04:59', true],
    ['01:00', '05:00', '05:00', false],
    ['07:00', '07:00', '12:00', true],
  ])('D5: from %s to %s, at %s: %s', (from, to, now, expected) => {
    expect(isInNight(night(from, to), at(now))).toBe(expected);
  });

  it('D5: without a window, or with one of the whole day, nothing ever changes', () => {
    expect(nightState(0, null)).toBeNull();
    expect(nightState(0, night('07:00', '07:00'))).toBeNull();
  });

  it.each([
    [
      'an afternoon in New York',
      'America/New_York',
      '2026-01-15T20:00:00Z',
      night('23:00', '06:00'),
      false,
      '2026-01-16T04:00:00.000Z',
    ],
    [
      'the same moment is night in Kolkata',
      'Asia/Kolkata',
      '2026-01-15T20:00:30Z',
      night('23:00', '06:00'),
      true,
      '2026-01-16T00:30:00.000Z',
    ],
    [
      'spring: the opening lies in the hour that is skipped',
      'Europe/Berlin',
      '2026-03-29T00:50:00Z',
      night('02:30', '04:00'),
      false,
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'spring: the whole window is skipped and comes the next day',
      'Europe/Berlin',
      '2026-03-29T00:50:00Z',
      night('02:10', '02:50'),
      false,
      '2026-03-30T00:10:00.000Z',
    ],
    [
      'spring: a night over the change is an hour shorter',
      'Europe/Berlin',
      '2026-03-28T22:30:00Z',
      night('23:00', '06:00'),
      true,
      '2026-03-29T04:00:00.000Z',
    ],
    [
      'autumn: the hour comes twice, and so does the window',
      'Europe/Berlin',
      '2026-10-25T00:50:00Z',
      night('02:30', '02:45'),
      false,
      '2026-10-25T01:30:00.000Z',
    ],
    [
      'half an hour is skipped on Lord Howe Island',
      'Australia/Lord_Howe',
      '2026-10-03T15:00:00Z',
      night('02:15', '03:00'),
      false,
      '2026-10-03T15:30:00.000Z',
    ],
    [
      'no change of clocks in Yekaterinburg',
      'Asia/Yekaterinburg',
      '2026-03-29T00:50:00Z',
      night('23:00', '05:30'),
      false,
      '2026-03-29T18:00:00.000Z',
    ],
  ])('D5: %s', (_, timeZone, now, window, isOpen, changesAt) => {
    expect(stateIn(timeZone, now, window)).toEqual([isOpen, changesAt]);
  });
});
