import { z } from 'zod';
import { CourseId, LectureId } from './ids.ts';

/** From one, poor, to five, excellent. */
export const starChoices = [1, 2, 3, 4, 5] as const;
export const Stars = z.literal(starChoices);
export type Stars = z.infer<typeof Stars>;

/** What a person may rate. */
export const RatingSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('course'), id: CourseId }),
  z.strictObject({ kind: z.literal('lecture'), id: LectureId }),
]);
export type RatingSubject = z.infer<typeof RatingSubject>;

/** A person's own rating. */
export interface OwnRating {
  /** Null: none. */
  readonly stars: Stars | null;
  /** Whether the service has it as it is here. */
  readonly isSent: boolean;
}
