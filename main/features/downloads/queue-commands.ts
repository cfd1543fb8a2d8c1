import type { Quality } from '../../../contract/domain/course.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { done, fail } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Library } from '../../ports.ts';
import type { AddAndRemove } from './add-and-remove.ts';

/** Some lectures in one quality. */
export interface Wanted {
  readonly lectureIds: readonly LectureId[];
  readonly quality: Quality;
}

/** What is done to several rows at once. */
export interface QueueCommands {
  addAll(wanted: Wanted, by: 'person' | 'itself'): Promise<Result<null>>;
  /** Adds what `choose` names now, not what it would have named before its turn. */
  addChosen(choose: () => Promise<Result<readonly Wanted[]>>): Promise<Result<null>>;
  /** Orders the unfinished ones; null from `order` is `not-found`. */
  reorder(order: (ids: readonly LectureId[]) => readonly LectureId[] | null): Promise<Result<null>>;
}

/** Makes it. */
export function createQueueCommands(deps: {
  readonly library: Pick<Library, 'downloads'>;
  readonly add: AddAndRemove['add'];
}): QueueCommands {
  const { downloads } = deps.library;

  async function addAll({ lectureIds, quality }: Wanted, by: 'person' | 'itself'): Promise<Result<null>> {
    for (const id of lectureIds) {
      const added = await deps.add(id, quality, by);
      if (!added.ok) return added;
    }
    return done;
  }

  return {
    addAll,
    async addChosen(choose) {
      const chosen = await choose();
      if (!chosen.ok) return chosen;
      for (const wanted of chosen.value) {
        const added = await addAll(wanted, 'itself');
        if (!added.ok) return added;
      }
      return done;
    },
    async reorder(order) {
      const all = await downloads.list();
      if (!all.ok) return all;
      const unfinished = all.value.filter(({ state }) => state !== 'complete').map(({ lectureId }) => lectureId);
      const ordered = order(unfinished);
      return ordered === null ? fail('not-found') : downloads.reorder(ordered);
    },
  };
}
