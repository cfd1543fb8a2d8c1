/** The door of recommendations, as `ports.ts` has the others. */
import type { CourseId } from '../contract/domain/ids.ts';
import type { RecommendationReason } from '../contract/domain/recommendation.ts';
import type { Result } from '../contract/result.ts';
import type { CourseHead } from './ports.ts';

/** A course to watch next, and why. */
export interface RecommendedHead {
  readonly head: CourseHead;
  readonly reason: RecommendationReason;
}

/** What is asked of the recommender. */
export interface RecommendationQuery {
  /** Milliseconds since 1970, UTC. */
  readonly nowMs: number;
  /** Of the app (BCP 47 primary tag): for whom has watched nothing yet. */
  readonly language: string;
  readonly limit: number;
}

/** Recommendations out of the encrypted library, and the little that is kept for them. */
export interface RecommendationStore {
  /** Best first; what is popular when nothing was ever watched; null when there is nothing to go by. */
  read(query: RecommendationQuery): Promise<Result<readonly RecommendedHead[] | null>>;
  dismiss(id: CourseId, nowMs: number): Promise<Result<null>>;
  restore(id: CourseId): Promise<Result<null>>;
  /** Forgets what was dismissed; what was watched before `nowMs` says nothing any more. */
  reset(nowMs: number): Promise<Result<null>>;
  /** Deletes all that is kept for recommendations. */
  forget(): Promise<Result<null>>;
}
