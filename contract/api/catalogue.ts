import { z } from 'zod';
import { Course } from '../domain/course.ts';
import { CourseId } from '../domain/ids.ts';

/** Where a delta begins; opaque to the client. */
export const Cursor = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Query of `GET /v1/catalogue`. */
export const CatalogueQuery = z.object({ since: Cursor.optional() });

export const CatalogueDelta = z.object({
  /** Give this as `since` next time. */
  cursor: Cursor,
  /** True when `courses` is the whole catalogue and what is not in it is gone. */
  complete: z.boolean(),
  /** Courses new or changed since the cursor, whole. */
  courses: z.array(Course).max(10_000),
  removedCourseIds: z.array(CourseId).max(100_000),
  /** There is more: `cursor` leads to it, at once or after a restart. */
  hasMore: z.boolean().optional(),
  /** At the end of a whole catalogue that came in several answers: every course there is; what is not named is gone. */
  allCourseIds: z.array(CourseId).max(100_000).optional(),
});
/** Answer of `GET /v1/catalogue?since=cursor` (ETag, gzip); a large one comes in several. */
export type CatalogueDelta = z.infer<typeof CatalogueDelta>;
