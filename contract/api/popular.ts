import { z } from 'zod';
import { CourseId } from '../domain/ids.ts';
import { CoursePopularity } from '../domain/popularity.ts';

export const PopularCourse = CoursePopularity.extend({ courseId: CourseId });
/** A course of which something can be said. */
export type PopularCourse = z.infer<typeof PopularCourse>;

export const PopularList = z.object({ courses: z.array(PopularCourse).max(10_000) });
/** Answer of `GET /v1/popular` (ETag): courses of which enough people are known; of all others nothing is said. */
export type PopularList = z.infer<typeof PopularList>;
