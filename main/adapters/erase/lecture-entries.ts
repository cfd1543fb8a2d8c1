import { join } from 'node:path';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { FoldersInUse, MarkedFolder } from '../../folder-ports.ts';
import type { Erasable } from '../../ports.ts';
import { isMarked } from '../files/is-marked.ts';
import { entriesIn, isOfAccount } from './owned-entries.ts';

/** An account's lectures, in both folders while they move. With a drive that is away nobody can tell: `drive-away`, and it counts as left. */
export function createLectureEntries(folders: () => FoldersInUse): Erasable {
  const inUse = (): readonly MarkedFolder[] => {
    const { current, other } = folders();
    return other === null ? [current] : [current, other];
  };
  const placeIn = ({ folder }: MarkedFolder): Erasable => entriesIn(join(folder, 'lectoroom'), isOfAccount);
  return {
    async erase(accountId) {
      let failure: Result<null> = done;
      for (const folder of inUse()) {
        const erased = await placeIn(folder).erase(accountId);
        if (!erased.ok) failure = erased;
        else if (!(await isMarked(folder))) failure = fail('drive-away');
      }
      return failure;
    },
    async remains(accountId) {
      for (const folder of inUse()) {
        if (!(await isMarked(folder))) return ok(true);
        const left = await placeIn(folder).remains(accountId);
        if (!left.ok || left.value) return left;
      }
      return ok(false);
    },
  };
}
