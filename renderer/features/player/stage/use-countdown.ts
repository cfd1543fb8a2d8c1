import { useEffect, useRef, useState } from 'react';

/** How long the next lecture waits for a "no". */
export const countdownMs = 8000;
const tickMs = 200;

/** Counts down from eight seconds while `running`; calls `onEnd` once when nothing is left. Gives what is left in milliseconds; a new start begins anew. */
export function useCountdown(running: boolean, onEnd: () => void): number {
  const [leftMs, setLeftMs] = useState(countdownMs);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  }, [onEnd]);
  useEffect(() => {
    if (!running) return undefined;
    const endsAtMs = Date.now() + countdownMs;
    const timer = setInterval(() => {
      const left = Math.max(0, endsAtMs - Date.now());
      setLeftMs(left);
      if (left > 0) return;
      clearInterval(timer);
      end.current();
    }, tickMs);
    return () => {
      clearInterval(timer);
      setLeftMs(countdownMs);
    };
  }, [running]);
  return leftMs;
}
