import type { SendingRules } from '../../../gate-ports.ts';
import type { WorkerRequest } from '../messages.ts';

/** What main's gate says of the requests of this worker, and where it is told of them. */
export interface RequestLedger {
  /** As main said last; nothing may go before it said anything. */
  rules(): SendingRules;
  setRules(rules: SendingRules): void;
  tell(request: WorkerRequest): void;
  /** Sends what still waits. */
  flush(): void;
}

const mostWaiting = 50;
const longestWaitMs = 500;

/** Tells `send` of requests in batches: at most 50, or what came in half a second. */
export function createRequestLedger(send: (requests: readonly WorkerRequest[]) => void): RequestLedger {
  let rules: SendingRules = { isAllowed: false, optOutSignal: false };
  let waiting: WorkerRequest[] = [];
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    send(batch);
  }

  return {
    rules: () => rules,
    setRules: (next) => {
      rules = next;
    },
    tell: (request) => {
      waiting.push(request);
      if (waiting.length >= mostWaiting) flush();
      else timer ??= setTimeout(flush, longestWaitMs).unref();
    },
    flush,
  };
}
