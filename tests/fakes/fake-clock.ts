import type { Clock } from '../../main/ports.ts';

/** A clock that moves only when told; timers run in their order. */
export interface FakeClock extends Clock {
  /** Time goes by: the wall clock and the timers. */
  advance(byMs: number): void;
  /** Turns the wall clock alone, forward (as a computer asleep finds it) or back; timers do not notice. */
  turn(byMs: number): void;
  pendingMs(): readonly number[];
}

/** Makes a fake clock that starts at `startMs`. */
export function createFakeClock(startMs = 1_700_000_000_000): FakeClock {
  let runningMs = 0;
  let wallOffsetMs = startMs;
  let timers: { readonly atMs: number; readonly work: () => void }[] = [];
  return {
    nowMs: () => wallOffsetMs + runningMs,
    after(delayMs, work) {
      const timer = { atMs: runningMs + delayMs, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(byMs) {
      const untilMs = runningMs + byMs;
      for (;;) {
        const due = timers.filter(({ atMs }) => atMs <= untilMs).toSorted((one, other) => one.atMs - other.atMs)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        runningMs = due.atMs;
        due.work();
      }
      runningMs = untilMs;
    },
    turn(byMs) {
      wallOffsetMs += byMs;
    },
    pendingMs: () => timers.map(({ atMs }) => atMs - runningMs),
  };
}
