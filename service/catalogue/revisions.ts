import { createHash } from 'node:crypto';
import type { Course } from '../../contract/domain/course.ts';
import { CourseId } from '../../contract/domain/ids.ts';
import type { ServiceDatabase } from '../database/database.ts';

/** Since when each course is as it is. Kept without titles: digests only. */
export interface Revisions {
  /** Compares with what was published last; what differs gets the next revision. */
  record(courses: readonly Course[], regions: ReadonlyMap<CourseId, readonly string[]>): void;
  current(): number;
  /** Ids of courses changed and removed after a revision. */
  since(revision: number): { readonly changed: ReadonlySet<CourseId>; readonly removed: readonly CourseId[] };
}

/** Keeps revisions in the database. */
export function createRevisions(database: ServiceDatabase): Revisions {
  const all = database.prepare<[], { course_id: string; digest: string; removed: number }>(
    'SELECT course_id, digest, removed FROM catalogue_courses',
  );
  const newest = database.prepare<[], { revision: number | null }>(
    'SELECT max(revision) AS revision FROM catalogue_courses',
  );
  const put = database.prepare(
    `INSERT INTO catalogue_courses (course_id, digest, revision, removed) VALUES (@id, @digest, @revision, 0)
     ON CONFLICT (course_id) DO UPDATE SET digest = @digest, revision = @revision, removed = 0`,
  );
  const markRemoved = database.prepare('UPDATE catalogue_courses SET removed = 1, revision = ? WHERE course_id = ?');
  const after = database.prepare<[number], { course_id: string; removed: number }>(
    'SELECT course_id, removed FROM catalogue_courses WHERE revision > ? ORDER BY course_id',
  );
  const current = (): number => newest.get()?.revision ?? 0;

  const record = database.transaction(
    (courses: readonly Course[], regions: ReadonlyMap<CourseId, readonly string[]>) => {
      const known = new Map(all.all().map((row) => [row.course_id, row]));
      const revision = current() + 1;
      for (const course of courses) {
        const digest = createHash('sha256')
          .update(JSON.stringify({ ...course, regions: regions.get(course.id) }))
          .digest('hex');
        const before = known.get(course.id);
        if (before?.digest !== digest || before.removed === 1) put.run({ id: course.id, digest, revision });
        known.delete(course.id);
      }
      for (const gone of known.values()) {
        if (gone.removed === 0) markRemoved.run(revision, gone.course_id);
      }
    },
  );

  return {
    record: (courses, regions) => record.immediate(courses, regions),
    current,
    since(revision) {
      const rows = after.all(revision);
      const idsOf = (removed: 0 | 1) =>
        rows.filter((row) => row.removed === removed).map((row) => CourseId.parse(row.course_id));
      return { changed: new Set(idsOf(0)), removed: idsOf(1) };
    },
  };
}
