import type { TransferProgress } from '../../../ports.ts';

/** Three a second, so that with the last one of a job there are never more than four in any second. */
const intervalMs = 334;

/** Lets progress through at most three times a second and always the latest; `flush` sends what still waits. */
export interface LimitedProgress {
  readonly report: TransferProgress;
  flush(): void;
}

/** Wraps `send`; a job calls `flush` once, at its end. */
export function limitProgress(send: TransferProgress): LimitedProgress {
  let sentAtMs = -intervalMs;
  let waiting: Parameters<TransferProgress>[0] | null = null;
  let timer: NodeJS.Timeout | null = null;

  function sendWaiting(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === null) return;
    sentAtMs = performance.now();
    const latest = waiting;
    waiting = null;
    send(latest);
  }

  return {
    report: (progress) => {
      waiting = progress;
      if (timer !== null) return;
      const waitMs = sentAtMs + intervalMs - performance.now();
      if (waitMs <= 0) sendWaiting();
      else timer = setTimeout(sendWaiting, waitMs);
    },
    flush: sendWaiting,
  };
}
