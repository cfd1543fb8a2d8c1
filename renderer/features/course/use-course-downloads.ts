import type { LectureRow } from '../../../contract/domain/views.ts';
import { useRequest } from '../../lib/requests.ts';

/** How some lectures of a course stand with the downloads. */
export interface LecturesHere {
  /** Neither here nor on their way. */
  readonly missing: readonly LectureRow[];
  /** How many are whole on this computer. */
  readonly hereCount: number;
}

/** Follows which of these lectures are here and which are missing. */
export function useLecturesHere(lectures: readonly LectureRow[]): LecturesHere {
  const items = useRequest('downloads.list', null).data ?? [];
  const known = new Map(items.map((item) => [item.lectureId, item.state]));
  return {
    missing: lectures.filter(({ id }) => !known.has(id)),
    hereCount: lectures.filter(({ id }) => known.get(id) === 'complete').length,
  };
}

/** Those that were not watched to their end. */
export function unseenOf(lectures: readonly LectureRow[]): readonly LectureRow[] {
  return lectures.filter(({ progress }) => progress?.completed !== true);
}
