import type { Settings } from '../../../contract/domain/settings.ts';

type Night = NonNullable<Settings['downloadNight']>;

/** Minutes since midnight on the clock on the wall at a moment (milliseconds since 1970, UTC). */
export type LocalMinute = (atMs: number) => number;

/** Whether downloads may run now, and when that changes next (milliseconds since 1970, UTC). */
export interface NightState {
  readonly isOpen: boolean;
  readonly changesAtMs: number;
}

const minuteMs = 60_000;
/** A window lost to a change of the clocks comes again the next day. */
const longestLookMinutes = 3 * 24 * 60;

/** The wall clock of this computer's time zone. */
const systemLocalMinute: LocalMinute = (atMs) => {
  const at = new Date(atMs);
  return at.getHours() * 60 + at.getMinutes();
};

/** Whether a minute of the day lies in the window; the end does not belong to it, and equal ends are the whole day. */
export function isInNight({ fromMinute, toMinute }: Night, minute: number): boolean {
  if (fromMinute === toMinute) return true;
  return fromMinute < toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}

/**
 * Looks at the clock on the wall minute by minute until the answer changes: right for hours that a change of the clocks skips or repeats, whatever
 * the time zone does. Null without a window, or when it never changes.
 */
export function nightState(
  nowMs: number,
  night: Night | null,
  localMinute: LocalMinute = systemLocalMinute,
): NightState | null {
  if (night === null || night.fromMinute === night.toMinute) return null;
  const isOpen = isInNight(night, localMinute(nowMs));
  const thisMinuteMs = Math.floor(nowMs / minuteMs) * minuteMs;
  for (let ahead = 1; ahead <= longestLookMinutes; ahead += 1) {
    const atMs = thisMinuteMs + ahead * minuteMs;
    if (isInNight(night, localMinute(atMs)) !== isOpen) return { isOpen, changesAtMs: atMs };
  }
  return null;
}
