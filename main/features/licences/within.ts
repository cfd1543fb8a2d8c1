import type { Clock } from '../../ports.ts';

/** Waits for some work, but not longer than that; the work goes on by itself. */
export function within(clock: Clock, limitMs: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(limitMs, resolve);
    const end = () => {
      cancel();
      resolve();
    };
    work.then(end, end);
  });
}
