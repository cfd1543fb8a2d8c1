/** How many written bytes wait for the disk, when it is asked to keep them, and when the line has to wait for it. */
export interface WriteBehind {
  written(bytes: number): void;
  /** Whether enough is written to ask the disk now; never while it is being asked. */
  isSyncDue(): boolean;
  /** The disk is asked to keep what was written until now: so many bytes. */
  begin(): number;
  /** It has answered for so many bytes, after so many milliseconds. */
  ended(bytes: number, tookMs: number): void;
  /** Whether no more may be written before it answers. */
  isFull(): boolean;
}

/** The line never waits below so many times the bytes of one sync, and always waits above so many. */
const leastSyncs = 2;
const mostSyncs = 8;
/** Between the two, about what the disk keeps in this time may wait: so a pause waits for a slow stick no longer than it has to. */
const waitMs = 500;

/** Begins with nothing written, on a disk that is taken for slow until it has shown its speed. */
export function createWriteBehind(syncEveryBytes: number): WriteBehind {
  let waitingBytes = 0;
  let askedBytes = 0;
  let asks = 0;
  let mostBytes = leastSyncs * syncEveryBytes;
  return {
    written: (bytes) => {
      waitingBytes += bytes;
    },
    isSyncDue: () => asks === 0 && waitingBytes >= syncEveryBytes,
    begin: () => {
      const bytes = waitingBytes;
      waitingBytes = 0;
      askedBytes += bytes;
      asks += 1;
      return bytes;
    },
    ended: (bytes, tookMs) => {
      askedBytes -= bytes;
      asks -= 1;
      // Little says nothing about the speed, only about the time that any sync takes.
      if (bytes < syncEveryBytes) return;
      const keptBytes = (bytes * waitMs) / Math.max(tookMs, 1);
      mostBytes = Math.min(Math.max(keptBytes, leastSyncs * syncEveryBytes), mostSyncs * syncEveryBytes);
    },
    isFull: () => waitingBytes + askedBytes >= mostBytes,
  };
}
