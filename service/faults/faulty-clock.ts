import type { Clock } from '../clock.ts';

/** A clock that can be set wrong. */
export interface FaultyClock extends Clock {
  setOffset(offsetMs: number): void;
  offsetMs(): number;
}

/** Shows another clock's time plus an offset, 0 at first. */
export function createFaultyClock(real: Clock): FaultyClock {
  let offset = 0;
  return {
    nowMs: () => real.nowMs() + offset,
    offsetMs: () => offset,
    setOffset(offsetMs) {
      offset = offsetMs;
    },
  };
}
