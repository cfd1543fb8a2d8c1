/** Watches that a line which should bring bytes does bring them. */
export interface StallWatch {
  /** From now on the line is to blame for waiting. */
  waiting(): void;
  /** Bytes came; from now on whoever writes them is to blame for waiting. */
  received(sizeBytes: number): void;
  stop(): void;
}

/** A line that brings less than this in a whole window has stalled, even when it drips (slow loris). */
const smallestProgressBytes = 1024;

/** Calls `onStall` once when the line, while waited for, brings less than 1 KiB in `timeoutMs` milliseconds. */
export function createStallWatch(timeoutMs: number, onStall: () => void): StallWatch {
  let waitingSinceMs: number | null = null;
  let waitedMs = 0;
  let windowBytes = 0;

  const timer = setInterval(
    () => {
      if (waitingSinceMs === null || waitedMs + performance.now() - waitingSinceMs < timeoutMs) return;
      if (windowBytes < smallestProgressBytes) {
        clearInterval(timer);
        onStall();
        return;
      }
      waitedMs = 0;
      windowBytes = 0;
      waitingSinceMs = performance.now();
    },
    Math.max(10, Math.min(1000, timeoutMs / 4)),
  );

  return {
    waiting: () => {
      waitingSinceMs = performance.now();
    },
    received: (sizeBytes) => {
      if (waitingSinceMs !== null) waitedMs += performance.now() - waitingSinceMs;
      waitingSinceMs = null;
      windowBytes += sizeBytes;
    },
    stop: () => clearInterval(timer),
  };
}
