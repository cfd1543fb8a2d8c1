/** Holds all jobs of the worker together to a number of bytes a second. */
export interface RateLimit {
  /** Takes bytes that came; null at once when there is no limit, else a promise of their turn. */
  take(sizeBytes: number, signal: AbortSignal): Promise<void> | null;
  /** Null: no limit. Holds at once, also for those who wait. */
  set(bytesPerSecond: number | null): void;
  /** Bytes a second that may pass; null without a limit. */
  rate(): number | null;
}

/** What a limit measures time with: milliseconds that only grow, and timers. */
export interface RateClock {
  nowMs(): number;
  after(delayMs: number, work: () => void): () => void;
}

interface Waiter {
  readonly sizeBytes: number;
  readonly go: () => void;
}

/** What may be saved up while nothing comes: enough that a timer's lateness costs no speed. */
const burstMs = 100;

/**
 * A token bucket (Turner, "New directions in communications", 1986) with debt: who comes first passes when anything is in it and takes all he
 * needs, the next ones wait until that is paid. So one piece may be larger than the bucket, and nobody is passed over.
 */
export function createRateLimit(clock: RateClock = systemRateClock): RateLimit {
  let rate: number | null = null;
  let tokens = 0;
  let filledAtMs = clock.nowMs();
  let waiters: readonly Waiter[] = [];
  let cancelTimer: (() => void) | null = null;

  function fill(): void {
    const nowMs = clock.nowMs();
    if (rate !== null)
      tokens = Math.min((rate * burstMs) / 1000, tokens + (rate * Math.max(0, nowMs - filledAtMs)) / 1000);
    filledAtMs = nowMs;
  }

  const mayPass = (): boolean => rate === null || tokens >= 0;

  function serve(): void {
    cancelTimer?.();
    cancelTimer = null;
    fill();
    while (waiters[0] !== undefined && mayPass()) {
      const [first, ...rest] = waiters;
      waiters = rest;
      if (rate !== null) tokens -= first.sizeBytes;
      first.go();
    }
    if (rate !== null && waiters.length > 0)
      cancelTimer = clock.after(Math.max(1, Math.ceil((-tokens * 1000) / rate)), serve);
  }

  return {
    take(sizeBytes, signal) {
      if (rate === null || signal.aborted) return null;
      return new Promise<void>((resolve) => {
        const waiter: Waiter = {
          sizeBytes,
          go: () => {
            signal.removeEventListener('abort', leave);
            resolve();
          },
        };
        const leave = (): void => {
          waiters = waiters.filter((each) => each !== waiter);
          resolve();
          serve();
        };
        signal.addEventListener('abort', leave, { once: true });
        waiters = [...waiters, waiter];
        serve();
      });
    },
    set(bytesPerSecond) {
      fill();
      // A debt made at another speed is forgiven: it is at most one piece.
      tokens = 0;
      rate = bytesPerSecond;
      serve();
    },
    rate: () => rate,
  };
}

const systemRateClock: RateClock = {
  nowMs: () => performance.now(),
  after(delayMs, work) {
    const timer = setTimeout(work, delayMs);
    return () => clearTimeout(timer);
  },
};
