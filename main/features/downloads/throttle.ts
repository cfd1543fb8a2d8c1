import type { Clock } from '../../ports.ts';

/** Runs `work` at once and then at most every `everyMs`, always once more after the last call. */
export function createThrottle(clock: Clock, everyMs: number, work: () => void): { call(): void; stop(): void } {
  let lastMs = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  function run(): void {
    cancel = null;
    lastMs = clock.nowMs();
    work();
  }
  return {
    call() {
      if (cancel !== null) return;
      const waitMs = lastMs + everyMs - clock.nowMs();
      if (waitMs <= 0) run();
      else cancel = clock.after(waitMs, run);
    },
    stop() {
      cancel?.();
      cancel = null;
    },
  };
}
