import { ok } from '../../../contract/result.ts';
import { createExchange } from '../../exchange.ts';
import type { Result } from '../../../contract/result.ts';
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

/** Makes it. */
export function createPopularity(deps: PopularityDeps): Popularity {
  const { library, service, clock, log } = deps;
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

  const toService = createExchange({
    clock,
    log,
    name: 'popularity',
    isOnline: deps.isOnline,
    round: fetchList,
    oneIsEnough: true,
  });
  return {
    wake() {
      if (deps.isOpen()) toService.wake();
    },
    close: toService.close,
  };
}
