import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import type { Span } from '../../../contract/domain/span.ts';
import type { SilenceView, StudyView } from '../../../contract/domain/study.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock, Library } from '../../ports.ts';

/** What the study feature needs. */
export interface StudyDeps {
  readonly library: Pick<Library, 'catalogue'>;
  /** Where places, what was watched and speeds are kept now. */
  readonly places: () => {
    readonly progress: Pick<Library['progress'], 'ofLecture'>;
    readonly study: Pick<Library['study'], 'addWatched' | 'mark' | 'rateOfCourse' | 'keepRate'>;
  };
  readonly clock: Clock;
  readonly silences: (id: LectureId) => Promise<Result<SilenceView>>;
}

/** How a lecture is studied: what was watched, at which speed, with or without its silences. */
export interface Study {
  read(id: LectureId): Promise<Result<StudyView>>;
  setCompleted(input: {
    readonly lectureId: LectureId;
    readonly completed: boolean;
    readonly watched: readonly Span[];
  }): Promise<Result<{ readonly before: readonly Span[] }>>;
  setRate(id: CourseId, rate: number | null): Promise<Result<null>>;
}

/** Makes the study feature. */
export function createStudy({ library, places, clock, silences }: StudyDeps): Study {
  return {
    async read(id) {
      const found = await library.catalogue.lecture(id);
      if (!found.ok) return found;
      if (found.value === null) return fail('not-found');
      const kept = places();
      const [watched, progress, rate, silence] = await Promise.all([
        kept.study.addWatched(id, []),
        kept.progress.ofLecture(id),
        kept.study.rateOfCourse(found.value.course.id),
        silences(id),
      ]);
      if (!watched.ok) return watched;
      if (!progress.ok) return progress;
      if (!rate.ok) return rate;
      if (!silence.ok) return silence;
      return ok({
        watched: watched.value.watched,
        completed: progress.value?.completed ?? false,
        courseRate: rate.value,
        silence: silence.value,
      });
    },
    async setCompleted(input) {
      const before = await places().study.mark({ ...input, watchedAtMs: clock.nowMs() });
      return before.ok ? ok({ before: before.value }) : before;
    },
    setRate: (id, rate) => places().study.keepRate(id, rate),
  };
}
