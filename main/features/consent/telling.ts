import { ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { ConsentEntry } from '../../../contract/domain/consent.ts';
import type { ConsentStore } from '../../consent-ports.ts';
import type { AccessToken, Clock, Log, ServiceApi } from '../../ports.ts';

/** What telling the service needs. */
export interface TellingDeps {
  readonly store: Pick<ConsentStore, 'untold' | 'told'>;
  readonly service: Pick<ServiceApi, 'tellConsent'>;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly isOnline: () => boolean;
}

/** Tells the service what an account has decided: each entry of its ledger once, in order, as soon as it can be reached. */
export interface Telling {
  wake(): void;
  /** The account closes. */
  close(): void;
}

const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;
/** Failures that are nobody's trouble: the service is silent, or the account is only being opened. */
const calmWaitsMs: Partial<Record<AppErrorCode, number>> = { 'service-unreachable': 30_000, 'signed-out': 500 };
/** What the service is told of a choice that was made before the policy was known. */
const notShown = 'not-shown';

/** Makes it. */
export function createTelling({ store, service, authorized, clock, log, isOnline }: TellingDeps): Telling {
  /** Another one for each account that is opened: what is still under way for the one before ends without a word. */
  let visit = {};
  let isRunning = false;
  let isWanted = false;
  let failures = 0;
  let cancelRest: (() => void) | null = null;

  function tell({ id, policyVersion, action, after, decidedAt }: ConsentEntry): Promise<Result<null>> {
    const record = { id, policyVersion: policyVersion ?? notShown, action, ...after, decidedAt };
    return authorized((token) => service.tellConsent(record, token));
  }

  async function tellAll(isOver: () => boolean): Promise<Result<unknown>> {
    isWanted = false;
    const untold = await store.untold();
    if (!untold.ok) return untold;
    for (const entry of untold.value) {
      if (isOver()) return ok(null);
      const told = await tell(entry);
      if (!told.ok || isOver()) return told;
      const noted = await store.told(entry.id);
      if (!noted.ok) return noted;
    }
    return isWanted && !isOver() ? tellAll(isOver) : ok(null);
  }

  async function run(): Promise<void> {
    const mine = visit;
    const isOver = (): boolean => mine !== visit;
    isRunning = true;
    try {
      const result = await tellAll(isOver);
      if (isOver()) return;
      if (result.ok) failures = 0;
      else rest(result.error.code);
    } finally {
      if (!isOver()) isRunning = false;
    }
  }

  /** Whether the service answers is no news from here: one that is silent is asked again soon, one in trouble later and later. */
  function rest(code: AppErrorCode): void {
    log.warn('consent.not-told', { code });
    cancelRest = clock.after(waitMsAfter(code), () => {
      cancelRest = null;
      wake();
    });
    if (!(code in calmWaitsMs)) failures += 1;
  }

  function waitMsAfter(code: AppErrorCode): number {
    return calmWaitsMs[code] ?? Math.min(firstWaitMs * 2 ** failures, longestWaitMs);
  }

  function wake(): void {
    if (!isOnline() || cancelRest !== null) return;
    if (isRunning) isWanted = true;
    else void run().catch((error: unknown) => log.defect('consent.telling', error));
  }

  return {
    wake,
    close() {
      visit = {};
      isRunning = false;
      isWanted = false;
      failures = 0;
      cancelRest?.();
      cancelRest = null;
    },
  };
}
