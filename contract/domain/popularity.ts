import { z } from 'zod';

/** What learners made of a course, all together; nothing is said of fewer people than the service's least number. */
export const CoursePopularity = z.object({
  /** Roughly how many accounts watched it or fetched it of late; null: too few to say. */
  viewerCount: z.int().min(1).max(1e9).nullable(),
  /** Its ratings, the average with one decimal; null: too few to say. */
  rating: z.object({ average: z.number().min(1).max(5), count: z.int().min(1).max(1e9) }).nullable(),
});
export type CoursePopularity = z.infer<typeof CoursePopularity>;
