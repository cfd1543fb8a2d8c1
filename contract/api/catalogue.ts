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
  removedCourseIds: z.array(CourseId).max(10_000),
});
/** Answer of `GET /v1/catalogue?since=cursor` (ETag, gzip). */
export type CatalogueDelta = z.infer<typeof CatalogueDelta>;
