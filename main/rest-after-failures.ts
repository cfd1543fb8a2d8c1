import type { Clock } from './ports.ts';
import type { AppErrorCode } from '../contract/result.ts';

/** How long the service is left alone after it was in trouble. */
export interface Rest {
  /** Whether it is being left alone. */
  isOn(): boolean;
  /** An exchange failed: a service that cannot be reached wakes us when it can; one in trouble is left alone, each time for twice as long. */
  after(code: AppErrorCode): void;
  /** An exchange went well: the next failure counts as the first. */
  end(): void;
}

const firstMs = 60_000;
const longestMs = 3_600_000;

/** Makes it; `wake` runs when it is over. Without it an endpoint in trouble would be asked again whenever the service is said to be there. */
export function createRest(clock: Pick<Clock, 'after'>, wake: () => void): Rest {
  let failures = 0;
  let cancel: (() => void) | null = null;
  return {
    isOn: () => cancel !== null,
    after(code) {
      if (code === 'service-unreachable') return;
      cancel?.();
      cancel = clock.after(Math.min(firstMs * 2 ** failures, longestMs), () => {
        cancel = null;
        wake();
      });
      failures += 1;
    },
    end() {
      failures = 0;
      cancel?.();
      cancel = null;
    },
  };
}
