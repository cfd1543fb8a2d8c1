import type { CourseId } from '../../../contract/domain/ids.ts';
import type { RecommendationsView } from '../../../contract/domain/recommendation.ts';
import type { CourseCard } from '../../../contract/domain/views.ts';
import { done, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock, CourseHead, Library } from '../../ports.ts';

/** What recommendations need. */
export interface RecommendationsDeps {
  readonly library: Pick<Library, 'recommendations'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Whether the person wants them: THE place where every switch that forbids them is asked. */
  readonly isAllowed: () => boolean;
  /** The person's data is frozen: nothing is computed, and what is kept stays as it is. */
  readonly isHeld: () => boolean;
  /** The language of the app (BCP 47 primary tag). */
  readonly language: () => string;
  /** Whether somebody's library is open. */
  readonly isOpen: () => boolean;
  readonly cardOf: (head: CourseHead) => CourseCard;
}

/** Courses to watch next, computed on this computer by what was watched. */
export interface Recommendations {
  /** Best first; switched off, the library is not even asked. */
  read(): Promise<Result<RecommendationsView>>;
  dismiss(id: CourseId): Promise<Result<null>>;
  restore(id: CourseId): Promise<Result<null>>;
  reset(): Promise<Result<null>>;
  /** A switch may have been turned, or an account was opened: where they are not allowed, nothing is left of them. */
  settle(): Promise<void>;
}

/** More than are shown at once, so that one that is dismissed leaves no gap. */
const listLength = 12;

/** Makes the recommendations. */
export function createRecommendations(deps: RecommendationsDeps): Recommendations {
  const { clock, isAllowed, isHeld } = deps;
  const { recommendations } = deps.library;
  const isUsed = (): boolean => isAllowed() && !isHeld();
  return {
    async read() {
      if (!isUsed()) return ok({ state: 'off' });
      const found = await recommendations.read({ nowMs: clock.nowMs(), language: deps.language(), limit: listLength });
      if (!found.ok) return found;
      if (found.value === null) return ok({ state: 'nothing-watched' });
      const items = found.value.map(({ head, reason }) => ({ course: deps.cardOf(head), reason }));
      return ok({ state: 'ready', items });
    },
    // What comes from a window that has not heard of the switch yet must not be kept either.
    dismiss: (id) => (isUsed() ? recommendations.dismiss(id, clock.nowMs()) : Promise.resolve(done)),
    restore: (id) => (isHeld() ? Promise.resolve(done) : recommendations.restore(id)),
    reset: () => (isUsed() ? recommendations.reset(clock.nowMs()) : Promise.resolve(done)),
    async settle() {
      if (!isAllowed() && deps.isOpen()) await recommendations.forget();
    },
  };
}
