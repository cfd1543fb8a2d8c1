import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { SpacePreview } from '../../../contract/domain/space.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Library, WatchedLecture } from '../../ports.ts';

/** What finding watched lectures needs. */
export interface WatchedDeps {
  readonly library: Library;
  readonly settings: () => Settings;
  /** The player has it before it. */
  readonly isOpen: (id: LectureId) => boolean;
  /** The time (milliseconds since 1970, UTC), and whether it is believed. */
  readonly moment: () => { readonly nowMs: number; readonly isBelieved: boolean };
  /** Puts a download into the bin unless the player has it before it when its turn has come; whether it did. */
  readonly remove: (id: LectureId) => Promise<Result<boolean>>;
  /** Some went there because of what the person chose. */
  readonly onRemoved: (removed: {
    readonly lectureIds: readonly LectureId[];
    readonly lectureTitle: string | null;
  }) => void;
}

const dayMs = 86_400_000;

/** What of the course, or of all of them, could be removed because it was watched to its end. */
export async function previewWatched(
  courseId: CourseId | null,
  { library, isOpen }: Pick<WatchedDeps, 'library' | 'isOpen'>,
): Promise<Result<SpacePreview>> {
  const watched = await library.space.watched(courseId);
  if (!watched.ok) return watched;
  const lectures = watched.value
    .filter(({ lectureId }) => !isOpen(lectureId))
    .map(({ addedAtMs: _added, completedAtMs: _completed, hasNotes: _notes, ...lecture }) => lecture);
  return ok({ lectures, sizeBytes: lectures.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) });
}

/**
 * Puts into the bin what was watched to its end so many days ago as the person chose, and tells. What the person has notes or bookmarks in is still worked with:
 * only the person takes that away.
 */
export async function removeWatched(deps: Omit<WatchedDeps, 'isOpen'>): Promise<void> {
  const days = deps.settings().removeWatchedAfterDays;
  const { nowMs, isBelieved } = deps.moment();
  if (days === null || (days > 0 && !isBelieved)) return;
  const watched = await deps.library.space.watched(null);
  if (!watched.ok) return;
  const removed: WatchedLecture[] = [];
  for (const lecture of watched.value) {
    if (lecture.hasNotes || !isDue(lecture, days, nowMs)) continue;
    const answer = await deps.remove(lecture.lectureId);
    // A drive that is away keeps the others too; those that went are told all the same.
    if (!answer.ok) break;
    if (answer.value) removed.push(lecture);
  }
  const [first] = removed;
  if (first === undefined) return;
  const lectureIds = removed.map(({ lectureId }) => lectureId);
  deps.onRemoved({ lectureIds, lectureTitle: removed.length === 1 ? first.lectureTitle : null });
}

/** What was asked for again after it had been watched is to stay. */
function isDue({ addedAtMs, completedAtMs }: WatchedLecture, days: number, nowMs: number): boolean {
  return completedAtMs >= addedAtMs && (days === 0 || nowMs - completedAtMs >= days * dayMs);
}
