import type { Clock } from '../../main/ports.ts';
import { systemClock } from '../../main/adapters/system-clock.ts';

/** The computer's clock, set wrong by so many days; timers run as always. */
export interface MovableClock extends Clock {
  setDays(days: number): void;
}

/** Starts at the present moment. */
export function createMovableClock(): MovableClock {
  let offsetMs = 0;
  return {
    nowMs: () => systemClock.nowMs() + offsetMs,
    after: systemClock.after,
    setDays(days) {
      offsetMs = days * 86_400_000;
    },
  };
}
