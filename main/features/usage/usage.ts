import type { UsageReport } from '../../../contract/api/usage.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createExchange } from '../../exchange.ts';
import type { Clock, Log, ServiceApi } from '../../ports.ts';
import type { UsageStore } from '../../usage-ports.ts';

/** What the usage statistics need. */
export interface UsageDeps {
  readonly store: UsageStore;
  readonly service: Pick<ServiceApi, 'reportUsage'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly facts: Pick<UsageReport, 'appVersion' | 'platform'>;
  readonly isOnline: () => boolean;
  readonly isOpen: () => boolean;
  /** The person allows what is functional, and this is no private session. */
  readonly isAllowed: () => boolean;
}

/** How many lectures were played on a day, told to the service in three steps and without saying who; nothing is counted unless the person allows it. */
export interface Usage {
  /** A lecture was begun. */
  played(): void;
  /** An account was opened, or the service answers again. */
  wake(): void;
  /** The person allows it no more: what was counted is forgotten. Answers whether there was something. */
  withdrawn(): Promise<Result<boolean>>;
  close(): void;
}

/** Makes them. */
export function createUsage(deps: UsageDeps): Usage {
  const { store, service, clock, log } = deps;
  const today = (): string => new Date(clock.nowMs()).toISOString().slice(0, 10);

  async function report(isOver: () => boolean): Promise<Result<unknown>> {
    const past = await store.before(today());
    if (!past.ok || past.value === null || isOver() || !deps.isAllowed()) return past;
    const { day, lectureCount } = past.value;
    const told = await service.reportUsage({ ...deps.facts, day, lecturesPlayed: lectureCount > 5 ? '6+' : '1-5' });
    return told.ok && !isOver() ? store.forget() : told;
  }

  const toService = createExchange({ clock, log, name: 'usage', isOnline: deps.isOnline, round: report });

  function wake(): void {
    if (deps.isOpen() && deps.isAllowed()) toService.wake();
  }

  async function note(): Promise<void> {
    // What is left of an earlier day would be gone with the first of this one.
    const past = await store.before(today());
    if (past.ok && past.value !== null) await report(() => !deps.isAllowed());
    const noted = deps.isAllowed() ? await store.note(today()) : ok(null);
    if (!noted.ok) log.warn('usage.not-counted', { code: noted.error.code });
  }

  return {
    played() {
      if (deps.isAllowed()) void note().catch((error: unknown) => log.defect('usage.count', error));
    },
    wake,
    async withdrawn() {
      if (!deps.isOpen()) return ok(false);
      // A day far ahead of any clock: whatever there is.
      const kept = await store.before('9999-12-31');
      if (!kept.ok) return kept;
      const forgotten = await store.forget();
      return forgotten.ok ? ok(kept.value !== null) : forgotten;
    },
    close: toService.close,
  };
}
