import type { Clock } from '../../main/ports.ts';

/** A clock that runs so many times faster than the computer's, timers and all; `sleep` lets the wall clock go on without the timers. */
export interface FastClock extends Clock {
  sleep(durationMs: number): void;
}

/** Starts a fast clock at the present moment. */
export function createFastClock(factor: number): FastClock {
  const startedAtMs = Date.now();
  let sleptMs = 0;
  return {
    nowMs: () => startedAtMs + (Date.now() - startedAtMs) * factor + sleptMs,
    after(delayMs, work) {
      const timer = setTimeout(work, delayMs / factor);
      return () => clearTimeout(timer);
    },
    sleep(durationMs) {
      sleptMs += durationMs;
    },
  };
}
