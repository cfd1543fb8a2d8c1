/** What is known of how fast a disk keeps what is written to one file. */
export interface DiskPace {
  wrote(bytes: number): void;
  /** It is asked to keep what was written until now; call what is answered when it has. */
  syncBegins(): () => void;
  /** Whether a write is over so soon that handing it to another thread would cost more. Never before the disk has shown it. */
  isQuick(): boolean;
  /** A write in this thread took so long. */
  stopped(tookMs: number): void;
}

/** A sync of less says nothing about the speed, only about the time that any sync takes. */
const tellingBytes = 4 * 1024 * 1024;
/** From this speed on a disk counts as quick: sticks and drives at the end of a network stay below it. */
const quickBytesPerSecond = 64 * 1024 * 1024;
/** A write that takes longer holds up all that the thread does. */
const longestWriteMs = 20;

/** Begins with a disk that is taken for slow. `nowMs` counts milliseconds from anywhere. */
export function createDiskPace(nowMs: () => number = () => performance.now()): DiskPace {
  let unsyncedBytes = 0;
  let isQuick = false;
  return {
    wrote: (bytes) => {
      unsyncedBytes += bytes;
    },
    syncBegins: () => {
      const bytes = unsyncedBytes;
      const begunAtMs = nowMs();
      unsyncedBytes = 0;
      return () => {
        if (bytes >= tellingBytes) isQuick = bytes * 1000 >= quickBytesPerSecond * (nowMs() - begunAtMs);
      };
    },
    isQuick: () => isQuick,
    stopped: (tookMs) => {
      if (tookMs > longestWriteMs) isQuick = false;
    },
  };
}
