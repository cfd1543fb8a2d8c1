import type { QueueMove } from '../../../contract/domain/download.ts';
import { assertNever } from '../../../contract/result.ts';

/** The same ids with one of them moved; at the end where it was to go already, or unknown, they stay as they are. */
export function moved<Id>(ids: readonly Id[], id: Id, to: QueueMove): readonly Id[] {
  const from = ids.indexOf(id);
  if (from === -1) return ids;
  const others = ids.filter((each) => each !== id);
  return others.toSpliced(placeOf(to, from, others.length), 0, id);
}

/** The same ids with one of them in front of another, or, with null, at the end; null when one of the two is not there. */
export function placedBefore<Id>(ids: readonly Id[], id: Id, beforeId: Id | null): readonly Id[] | null {
  if (!ids.includes(id) || (beforeId !== null && !ids.includes(beforeId))) return null;
  if (id === beforeId) return ids;
  const others = ids.filter((each) => each !== id);
  return others.toSpliced(beforeId === null ? others.length : others.indexOf(beforeId), 0, id);
}

function placeOf(to: QueueMove, from: number, last: number): number {
  switch (to) {
    case 'first':
      return 0;
    case 'earlier':
      return Math.max(0, from - 1);
    case 'later':
      return Math.min(last, from + 1);
    case 'last':
      return last;
    default:
      return assertNever(to);
  }
}
