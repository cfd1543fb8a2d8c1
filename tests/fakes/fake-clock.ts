import type { Clock } from '../../main/ports.ts';

/** A clock that moves only when told; timers run in their order. */
export interface FakeClock extends Clock {
  advance(byMs: number): void;
  pendingMs(): readonly number[];
}

/** Makes a fake clock that starts at `startMs`. */
export function createFakeClock(startMs = 1_700_000_000_000): FakeClock {
  let nowMs = startMs;
  let timers: { readonly atMs: number; readonly work: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    after(delayMs, work) {
      const timer = { atMs: nowMs + delayMs, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(byMs) {
      const untilMs = nowMs + byMs;
      for (;;) {
        const due = timers.filter(({ atMs }) => atMs <= untilMs).toSorted((one, other) => one.atMs - other.atMs)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        nowMs = due.atMs;
        due.work();
      }
      nowMs = untilMs;
    },
    pendingMs: () => timers.map(({ atMs }) => atMs - nowMs),
  };
}
