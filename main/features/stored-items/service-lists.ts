import type { CookieRegistry, Processor, ProcessorList, RegisteredItem } from '../../../contract/api/policies.ts';
import type { ToldByService } from '../../../contract/domain/stored-item.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ServiceListName, ServiceListStore } from '../../network-ports.ts';
import type { Clock, ServiceApi } from '../../ports.ts';

/** What reading what the service tells everybody needs. */
export interface ServiceListsDeps {
  readonly service: Pick<ServiceApi, 'cookies' | 'processors'>;
  readonly store: ServiceListStore;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Reads what was kept; null when it makes no sense any more. */
  readonly parse: {
    readonly cookies: (value: unknown) => CookieRegistry | null;
    readonly processors: (value: unknown) => ProcessorList | null;
  };
}

/** The registry of cookies and who else processes data: asked of the service, and kept for when it cannot be. */
export interface ServiceLists {
  registry(): Promise<Result<ToldByService<readonly RegisteredItem[]>>>;
  processors(): Promise<Result<ToldByService<readonly Processor[]>>>;
}

/** Makes them. */
export function createServiceLists({ service, store, clock, parse }: ServiceListsDeps): ServiceLists {
  async function read<Told>(
    name: ServiceListName,
    ask: () => Promise<Result<Told>>,
    parseKept: (value: unknown) => Told | null,
  ): Promise<Result<ToldByService<Told>>> {
    const told = await ask();
    if (told.ok) {
      const atMs = clock.nowMs();
      // What could not be kept is still there to be shown.
      await store.write(name, { value: told.value, atMs });
      return ok({ told: told.value, atMs, isFresh: true });
    }
    const kept = await store.read(name);
    const before = kept.ok && kept.value !== null ? parseKept(kept.value.value) : null;
    return before !== null && kept.ok && kept.value !== null
      ? ok({ told: before, atMs: kept.value.atMs, isFresh: false })
      : told;
  }

  return {
    async registry() {
      const list = await read('cookies', () => service.cookies(), parse.cookies);
      return list.ok ? ok({ ...list.value, told: list.value.told.items }) : list;
    },
    async processors() {
      const list = await read('processors', () => service.processors(), parse.processors);
      return list.ok ? ok({ ...list.value, told: list.value.told.processors }) : list;
    },
  };
}
