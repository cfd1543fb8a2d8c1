import type { BrowseCard, ListItem, ListThing } from '../../../contract/domain/browse.ts';
import type { AssetId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock, CourseBrief, Library, ListedThing } from '../../ports.ts';

/** What the list needs. */
export interface MyListDeps {
  readonly library: Pick<Library, 'myList'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly coverUrl: (id: AssetId) => string;
  readonly browseCardOf: (brief: CourseBrief) => BrowseCard;
  readonly onChange: () => void;
}

/** The person's own list of courses and lectures. */
export interface MyList {
  read(): Promise<Result<readonly ListItem[]>>;
  /** With `addedAtMs` at its old place, which is how taking it off is undone. */
  add(thing: ListThing, addedAtMs: number | null): Promise<Result<null>>;
  remove(thing: ListThing): Promise<Result<{ addedAtMs: number | null }>>;
}

/** Makes it. */
export function createMyList({ library, clock, coverUrl, browseCardOf, onChange }: MyListDeps): MyList {
  function itemOf(listed: ListedThing): ListItem {
    if (listed.kind === 'course') return { ...listed, course: browseCardOf(listed.course) };
    const { coverAssetId, ...lecture } = listed;
    return { ...lecture, coverUrl: coverUrl(coverAssetId) };
  }

  return {
    async read() {
      const all = await library.myList.all();
      return all.ok ? ok(all.value.map(itemOf)) : all;
    },
    async add(thing, addedAtMs) {
      const added = await library.myList.add(thing, addedAtMs ?? clock.nowMs());
      if (!added.ok) return added;
      if (!added.value) return fail('not-found');
      onChange();
      return done;
    },
    async remove(thing) {
      const removed = await library.myList.remove(thing);
      if (!removed.ok) return removed;
      if (removed.value !== null) onChange();
      return ok({ addedAtMs: removed.value });
    },
  };
}
