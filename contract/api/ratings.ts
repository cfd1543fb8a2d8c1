import { z } from 'zod';
import { CourseId, LectureId } from '../domain/ids.ts';
import { Stars } from '../domain/rating.ts';

/** Path of `PUT` and `DELETE /v1/ratings/{kind}/{id}`. */
export const RatingPath = z.object({ kind: z.enum(['course', 'lecture']), id: z.union([CourseId, LectureId]) });
export type RatingPath = z.infer<typeof RatingPath>;

/** When the person decided: of two changes the later one holds, whichever arrives first. */
const changedAt = z.iso.datetime();

export const RateRequest = z.object({ stars: Stars, changedAt });
/** Body of `PUT /v1/ratings/{kind}/{id}`. */
export type RateRequest = z.infer<typeof RateRequest>;

/** Query of `DELETE /v1/ratings/{kind}/{id}`. */
export const WithdrawQuery = z.object({ changedAt });

export const Rating = RatingPath.extend({ stars: Stars, changedAt });
/** A rating as the service keeps it. */
export type Rating = z.infer<typeof Rating>;

export const RatingList = z.object({ ratings: z.array(Rating).max(200_000) });
/** Answer of `GET /v1/ratings`: all of the account's. */
export type RatingList = z.infer<typeof RatingList>;
