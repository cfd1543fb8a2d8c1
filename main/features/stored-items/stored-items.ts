import type { StoredItemsView, StoredItemView } from '../../../contract/domain/stored-item.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { StoredItems } from '../../privacy-ports.ts';
import type { ServiceLists } from './service-lists.ts';

/** Cookies and stored items, beside what the service says it may store. */
export interface StoredItemsFeature {
  read(): Promise<Result<StoredItemsView>>;
  remove(ids: readonly string[] | null): Promise<Result<readonly StoredItemView[]>>;
}

/** Makes it. */
export function createStoredItems(deps: {
  readonly items: Pick<StoredItems, 'list' | 'remove'>;
  readonly lists: Pick<ServiceLists, 'registry'>;
}): StoredItemsFeature {
  return {
    async read() {
      const [registry, items] = await Promise.all([deps.lists.registry(), deps.items.list()]);
      if (!items.ok) return items;
      const told = registry.ok ? registry.value : null;
      const categories = new Map(told?.told.map(({ name, category }) => [name, category]));
      // The registry that is shown is the one that sorts them.
      const sorted = items.value.map((item) => ({ ...item, category: categories.get(item.name) ?? item.category }));
      return ok({ items: sorted, registry: told });
    },
    remove: (ids) => deps.items.remove(ids),
  };
}
