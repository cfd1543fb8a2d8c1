import type { Clock } from '../../ports.ts';

/** Tells at once, and then at most once in so many milliseconds; what came meanwhile is told at the end of them. */
export function tellSlowly(clock: Clock, everyMs: number, tell: () => void): () => void {
  let isQuiet = true;
  let isWaiting = false;

  function wait(): void {
    isQuiet = false;
    clock.after(everyMs, () => {
      isQuiet = true;
      if (!isWaiting) return;
      isWaiting = false;
      tell();
      wait();
    });
  }

  return () => {
    if (!isQuiet) {
      isWaiting = true;
      return;
    }
    tell();
    wait();
  };
}
