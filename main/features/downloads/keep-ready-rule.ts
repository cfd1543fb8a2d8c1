import type { LectureId } from '../../../contract/domain/ids.ts';
import type { KeepReadyCourse } from '../../ports.ts';

/**
 * The lectures of a course that are to be fetched by themselves: of the next so many behind the furthest one that was begun or completed (or from the first one on)
 * those without a download. What was completed or withdrawn does not count among the next ones; what the person removed does, and stays away.
 */
export function nextToKeep({ count, lectures }: KeepReadyCourse): readonly LectureId[] {
  const furthest = lectures.findLastIndex(({ progress }) => progress !== 'none');
  return lectures
    .slice(furthest + 1)
    .filter(({ withdrawn }) => !withdrawn)
    .slice(0, count)
    .filter(({ hasDownload, leftAlone }) => !hasDownload && !leftAlone)
    .map(({ lectureId }) => lectureId);
}
