import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import { mergeSpans, type Span } from '../../../contract/domain/span.ts';
import type { LectureProgress } from '../../../contract/domain/views.ts';
import { done, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Library } from '../../ports.ts';
import type { WatchedSpans } from '../../study-ports.ts';

/** What playing keeps of a person: places, what was watched, speeds. */
export interface Places {
  readonly progress: Pick<Library['progress'], 'ofLecture' | 'save'>;
  readonly study: Pick<Library['study'], 'addWatched' | 'mark' | 'rateOfCourse' | 'keepRate'>;
}

/** The same in memory alone, over what the library knows, which is read and never written. */
export function createMemoryPlaces(library: Places): Places {
  const progress = new Map<LectureId, LectureProgress>();
  const watched = new Map<LectureId, readonly Span[]>();
  const rates = new Map<CourseId, number | null>();

  async function progressOf(id: LectureId): Promise<Result<LectureProgress | null>> {
    const own = progress.get(id);
    return own === undefined ? library.progress.ofLecture(id) : ok(own);
  }

  async function watchedOf(id: LectureId): Promise<Result<WatchedSpans>> {
    const kept = await library.study.addWatched(id, []);
    return kept.ok ? ok({ ...kept.value, watched: watched.get(id) ?? kept.value.watched }) : kept;
  }

  return {
    progress: {
      ofLecture: progressOf,
      async save(id, next) {
        const before = await progressOf(id);
        if (!before.ok) return before;
        progress.set(id, { ...next, completed: next.completed || before.value?.completed === true });
        return done;
      },
    },
    study: {
      async addWatched(id, spans) {
        const before = await watchedOf(id);
        if (!before.ok) return before;
        const { durationMs } = before.value;
        const fresh = spans.map(({ startMs, endMs }) => ({ startMs, endMs: Math.min(endMs, durationMs ?? Infinity) }));
        const all = mergeSpans([...before.value.watched, ...fresh]);
        const grew = JSON.stringify(all) !== JSON.stringify(before.value.watched);
        if (grew) watched.set(id, all);
        return ok({ watched: all, grew, durationMs });
      },
      async mark({ lectureId, completed, watched: spans, watchedAtMs }) {
        const [before, place] = await Promise.all([watchedOf(lectureId), progressOf(lectureId)]);
        if (!before.ok) return before;
        if (!place.ok) return place;
        watched.set(lectureId, mergeSpans(completed ? [...before.value.watched, ...spans] : spans));
        progress.set(lectureId, { ...(place.value ?? { positionMs: 0, watchedAtMs }), completed });
        return ok(before.value.watched);
      },
      async rateOfCourse(id) {
        const own = rates.get(id);
        return own === undefined ? library.study.rateOfCourse(id) : ok(own);
      },
      keepRate(id, rate) {
        rates.set(id, rate);
        return Promise.resolve(done);
      },
    },
  };
}
