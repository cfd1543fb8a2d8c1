import type { Quality } from '../../../contract/domain/course.ts';
import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Library } from '../../ports.ts';
import type { Downloads } from './downloads.ts';
import { nextToKeep } from './keep-ready-rule.ts';

/** What keeping lectures ready needs. */
export interface KeepReadyDeps {
  readonly library: Pick<Library, 'keepReady'>;
  readonly addByItself: Downloads['addByItself'];
  /** For a course that none was chosen for. */
  readonly usualQuality: () => Quality;
}

/** Keeps the next lectures of a course downloaded; it only adds to the queue and removes nothing. */
export interface KeepReady {
  setCount(id: CourseId, count: number): Promise<Result<null>>;
  /** Adds what is missing, if anything is. */
  look(): Promise<void>;
  /** A position was saved: looks when the lecture was begun or completed by it. */
  progressSaved(progress: { readonly lectureId: LectureId; readonly completed: boolean }): void;
  /** Another account may open. */
  forget(): void;
}

/** Makes it. */
export function createKeepReady(deps: KeepReadyDeps): KeepReady {
  const { keepReady } = deps.library;
  const begun = new Set<LectureId>();
  const completed = new Set<LectureId>();

  async function missing() {
    const courses = await keepReady.courses();
    if (!courses.ok) return courses;
    return ok(
      courses.value.map((course) => ({
        lectureIds: nextToKeep(course),
        quality: course.quality ?? deps.usualQuality(),
      })),
    );
  }

  // What fails now is looked at again at the next occasion.
  const look = async (): Promise<void> => void (await deps.addByItself(missing));

  return {
    look,
    async setCount(id, count) {
      const kept = await keepReady.keepCount(id, count);
      if (kept.ok && count > 0) await look();
      return kept;
    },
    progressSaved(progress) {
      const seen = progress.completed ? completed : begun;
      if (seen.has(progress.lectureId)) return;
      seen.add(progress.lectureId);
      void look();
    },
    forget() {
      begun.clear();
      completed.clear();
    },
  };
}
