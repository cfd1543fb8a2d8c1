import { ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { Clock, Library, Log, ServiceApi } from '../../ports.ts';

/** What fetching what is popular needs. */
export interface PopularityDeps {
  readonly library: Pick<Library, 'popularity'>;
  readonly service: Pick<ServiceApi, 'popular'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly isOnline: () => boolean;
  /** Whether somebody's library is open. */
  readonly isOpen: () => boolean;
  readonly onChange: () => void;
}

/** What all learners together watch and rate: fetched beside the catalogue, without saying who asks, and kept for when there is no network. */
export interface Popularity {
  /** The catalogue is being fetched: fetches this too, unless the service was in trouble a while ago. */
  wake(): void;
  /** The account closes. */
  close(): void;
}

const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;

/** Makes it. */
export function createPopularity(deps: PopularityDeps): Popularity {
  const { library, service, clock, log } = deps;
  /** Another one for each account that is opened: what is still under way for the one before is not kept for it. */
  let visit = {};
  let isRunning = false;
  let failures = 0;
  let cancelRest: (() => void) | null = null;

  async function fetchList(isOver: () => boolean): Promise<Result<unknown>> {
    const etag = await library.popularity.etag();
    if (!etag.ok || isOver()) return etag;
    const answer = await service.popular(etag.value);
    if (!answer.ok || isOver()) return answer;
    if (answer.value === 'unchanged') return ok(null);
    const changed = await library.popularity.replace(answer.value.list, answer.value.etag);
    if (changed.ok && changed.value && !isOver()) deps.onChange();
    return changed;
  }

  async function run(): Promise<void> {
    const mine = visit;
    const isOver = (): boolean => mine !== visit;
    isRunning = true;
    try {
      const result = await fetchList(isOver);
      if (isOver()) return;
      if (result.ok) failures = 0;
      else rest(result.error.code);
    } finally {
      if (!isOver()) isRunning = false;
    }
  }

  /** A service that cannot be reached wakes us when it can; one in trouble is left alone for a while, however often it is said to be there. */
  function rest(code: AppErrorCode): void {
    log.warn('popularity.not-fetched', { code });
    if (code === 'service-unreachable') return;
    cancelRest = clock.after(Math.min(firstWaitMs * 2 ** failures, longestWaitMs), () => {
      cancelRest = null;
      wake();
    });
    failures += 1;
  }

  function wake(): void {
    if (isRunning || cancelRest !== null || !deps.isOnline() || !deps.isOpen()) return;
    void run().catch((error: unknown) => log.defect('popularity.fetch', error));
  }

  return {
    wake,
    close() {
      visit = {};
      isRunning = false;
      failures = 0;
      cancelRest?.();
      cancelRest = null;
    },
  };
}
