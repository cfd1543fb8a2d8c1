/** The door of ratings, as `ports.ts` has the others. */
import type { OwnRating, RatingSubject, Stars } from '../contract/domain/rating.ts';
import type { Result } from '../contract/result.ts';

/** A change of a rating; `changedAtMs` is when the person made it, in milliseconds since 1970, UTC; without stars it was withdrawn. */
export interface RatingChange {
  readonly subject: RatingSubject;
  readonly stars: Stars | null;
  readonly changedAtMs: number;
}

/** The person's ratings in the encrypted library, and which of them the service does not have yet. */
export interface RatingsStore {
  of(subject: RatingSubject): Promise<Result<OwnRating>>;
  /** Keeps a change that the service is to hear of; answers the stars before. */
  change(change: RatingChange): Promise<Result<Stars | null>>;
  /** What the service does not have yet, oldest first. */
  unsent(): Promise<Result<readonly RatingChange[]>>;
  /** The service has this change, if it is still the last one. */
  sent(change: RatingChange): Promise<Result<null>>;
  /** Takes all that the service has; a change that it does not have yet and that is later stays. True when anything changed. */
  takeAll(ratings: readonly RatingChange[]): Promise<Result<boolean>>;
}
