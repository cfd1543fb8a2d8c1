import type { RegisteredItem } from '../../../contract/api/policies.ts';
import { ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { ConsentStore, PrivacyLists } from '../../consent-ports.ts';
import type { Clock, Log, ServiceApi } from '../../ports.ts';

/** What the service's lists need. */
export interface ListsDeps {
  readonly store: Pick<ConsentStore, 'lists' | 'keepLists'>;
  readonly service: Pick<ServiceApi, 'policies' | 'cookies'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly isOnline: () => boolean;
  /** They are others now. */
  readonly onChange: () => void;
}

/** What the service says of its policies and cookies: fetched without saying who asks, and kept for when there is no network. */
export interface Lists {
  load(): Promise<void>;
  read(): PrivacyLists;
  /** By its exact name; undefined: not registered, or nothing is known. */
  item(name: string): RegisteredItem | undefined;
  /** Fetches them, unless the service was in trouble a while ago. */
  wake(): void;
  stop(): void;
}

const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;
const silentWaitMs = 30_000;
const regularMs = 6 * 3_600_000;

/** Makes them. */
export function createLists(deps: ListsDeps): Lists {
  const { store, service, clock, log } = deps;
  let lists: PrivacyLists = { policies: null, items: null };
  let byName: ReadonlyMap<string, RegisteredItem> = new Map();
  let isRunning = false;
  let isStopped = false;
  let failures = 0;
  let cancelRest: (() => void) | null = null;
  let cancelRegular: (() => void) | null = null;

  function take(next: PrivacyLists): void {
    lists = next;
    byName = new Map((next.items ?? []).map((item) => [item.name, item]));
  }

  async function fetchLists(): Promise<Result<unknown>> {
    const policies = await service.policies();
    if (!policies.ok) return policies;
    const cookies = await service.cookies();
    if (!cookies.ok) return cookies;
    const next: PrivacyLists = { policies: policies.value.privacy, items: cookies.value.items };
    if (isStopped || JSON.stringify(next) === JSON.stringify(lists)) return ok(null);
    take(next);
    deps.onChange();
    return store.keepLists(next);
  }

  async function run(): Promise<void> {
    isRunning = true;
    try {
      const result = await fetchLists();
      if (isStopped) return;
      if (result.ok) failures = 0;
      else rest(result.error.code);
    } finally {
      isRunning = false;
    }
    cancelRegular?.();
    cancelRegular = clock.after(regularMs, wake);
  }

  /** Whether the service answers is no news from here: one that is silent is asked again soon, one in trouble later and later. */
  function rest(code: AppErrorCode): void {
    log.warn('consent.lists-not-fetched', { code });
    const isSilent = code === 'service-unreachable';
    cancelRest = clock.after(isSilent ? silentWaitMs : Math.min(firstWaitMs * 2 ** failures, longestWaitMs), () => {
      cancelRest = null;
      wake();
    });
    if (!isSilent) failures += 1;
  }

  function wake(): void {
    if (isRunning || isStopped || cancelRest !== null || !deps.isOnline()) return;
    void run().catch((error: unknown) => log.defect('consent.lists', error));
  }

  return {
    async load() {
      const kept = await store.lists();
      if (kept.ok) take(kept.value);
    },
    read: () => lists,
    item: (name) => byName.get(name),
    wake,
    stop() {
      isStopped = true;
      cancelRest?.();
      cancelRegular?.();
    },
  };
}
