import { useLayoutEffect, useState } from 'react';

const secondMs = 1000;

/** Whole seconds until a time in milliseconds since 1970, never under 0; told by the clock, so that sleep does not stretch it. */
export function useSecondsLeft(untilMs: number, now: () => number): number {
  const [nowMs, setNowMs] = useState(now);
  // Before anything is painted: a warning must not begin with another one's seconds.
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = (): void => {
      const atMs = now();
      setNowMs(atMs);
      const leftMs = untilMs - atMs;
      if (leftMs > 0) timer = setTimeout(tick, leftMs % secondMs || secondMs);
    };
    tick();
    return () => {
      clearTimeout(timer);
    };
  }, [untilMs, now]);
  return Math.max(0, Math.ceil((untilMs - nowMs) / secondMs));
}
