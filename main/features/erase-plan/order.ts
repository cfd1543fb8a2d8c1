import type { EraseProgress, KeptByLaw, ServiceErasure } from '../../../contract/domain/erase-plan.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { AccessToken, Clock, ServiceApi } from '../../ports.ts';

/** What ordering at the service needs. */
export interface OrderDeps {
  readonly service: Pick<ServiceApi, 'erasurePreview' | 'eraseAccount'>;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly clock: Clock;
  readonly onProgress: (progress: EraseProgress) => void;
}

/** Erasing of the account at the service. */
export interface Order {
  /** What it would have to keep. */
  keptByLaw(): Promise<Result<readonly KeptByLaw[]>>;
  /**
   * Succeeds only when the account is known to be gone there; the password is sent and kept nowhere. `erase-unanswered`: the order was sent, and nobody
   * knows whether it was heard.
   */
  give(password: string): Promise<Result<ServiceErasure>>;
}

/** So long it is waited each time before a lost answer is asked for again. */
const againAfterMs = [1000, 3000, 8000] as const;

const lost: readonly AppErrorCode[] = ['service-unreachable', 'service-failed', 'service-nonsense'];
/** What the service says to whom it does not know any more; `signed-out` when that has closed the account already. */
const gone: readonly AppErrorCode[] = [
  'session-ended',
  'erase-requested',
  'account-erased',
  'minor-eliminated',
  'not-found',
  'signed-out',
];

/** Makes it. */
export function createOrder(deps: OrderDeps): Order {
  const { service, authorized, clock } = deps;

  async function keptByLaw(): Promise<Result<readonly KeptByLaw[]>> {
    const preview = await authorized((token) => service.erasurePreview(token));
    return preview.ok ? ok(preview.value.kept) : preview;
  }

  const pause = (delayMs: number): Promise<void> =>
    new Promise((resolve) => {
      clock.after(delayMs, resolve);
    });

  return {
    keptByLaw,
    async give(password) {
      deps.onProgress({ stage: 'ordering', doneCount: 0, totalCount: 2 });
      // Answered, it also shows that the session holds: from then on a refusal to know it can only follow from the order.
      const kept = await keptByLaw();
      if (!kept.ok) return kept;
      const ask = () => authorized((token) => service.eraseAccount(password, token));
      let answer = await ask();
      for (const delayMs of againAfterMs) {
        if (answer.ok || !lost.includes(answer.error.code)) break;
        deps.onProgress({ stage: 'asking-again', doneCount: 0, totalCount: 2 });
        await pause(delayMs);
        answer = await ask();
        if (!answer.ok && gone.includes(answer.error.code))
          return ok({ state: 'answer-lost', receipt: null, kept: kept.value });
      }
      if (answer.ok) return ok({ state: 'erased', receipt: answer.value, kept: answer.value.kept });
      return lost.includes(answer.error.code) ? fail('erase-unanswered') : answer;
    },
  };
}
