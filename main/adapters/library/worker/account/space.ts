import { sql } from 'kysely';
import type { CourseId } from '../../../../../contract/domain/ids.ts';
import type { CourseUsageRow, WatchedLecture } from '../../../../ports.ts';
import { heldBytes } from './downloads.ts';
import type { Flag, LibraryStatements } from './tables.ts';

/** What the downloads of each course take, the largest first; a course that the catalogue forgot has no title and no cover. */
export function usageByCourse(store: LibraryStatements): readonly CourseUsageRow[] {
  const isWatched = sql`downloads.state = 'complete' AND progress.completed = 1`;
  const query = store.build
    .selectFrom('downloads')
    .leftJoin('courses', 'courses.id', 'downloads.course_id')
    .leftJoin('progress', 'progress.lecture_id', 'downloads.lecture_id')
    .select(({ fn }) => [
      'downloads.course_id',
      sql<string>`coalesce(courses.head ->> '$.title', '')`.as('course_title'),
      sql<CourseUsageRow['coverAssetId']>`courses.head ->> '$.cover.id'`.as('cover_asset_id'),
      fn.countAll<number>().as('lecture_count'),
      sql<number>`sum(${heldBytes})`.as('size_bytes'),
      sql<number>`coalesce(sum(${heldBytes}) FILTER (WHERE ${isWatched}), 0)`.as('watched_bytes'),
      sql<number>`count(*) FILTER (WHERE ${isWatched})`.as('watched_count'),
    ])
    .groupBy('downloads.course_id')
    .orderBy('size_bytes', 'desc')
    .orderBy('downloads.course_id');
  return store.all(query).map((row) => ({
    courseId: row.course_id,
    courseTitle: row.course_title,
    coverAssetId: row.cover_asset_id,
    lectureCount: row.lecture_count,
    sizeBytes: row.size_bytes,
    watchedBytes: row.watched_bytes,
    watchedCount: row.watched_count,
  }));
}

/** Whole downloads that were watched to their end, of one course or of all, the longest ago first. */
export function watchedDownloads(store: LibraryStatements, courseId: CourseId | null): readonly WatchedLecture[] {
  const all = store.build
    .selectFrom('downloads')
    .innerJoin('progress', 'progress.lecture_id', 'downloads.lecture_id')
    .leftJoin('lectures', 'lectures.id', 'downloads.lecture_id')
    .leftJoin('courses', 'courses.id', 'lectures.course_id')
    .select(({ fn, val, ref }) => [
      'downloads.lecture_id',
      'downloads.added_at_ms',
      heldBytes.as('held_bytes'),
      fn.coalesce('lectures.title', val('')).as('lecture_title'),
      sql<string>`coalesce(courses.head ->> '$.title', '')`.as('course_title'),
      fn.coalesce('progress.completed_at_ms', ref('progress.watched_at_ms')).as('watched_to_end_at_ms'),
      sql<Flag>`EXISTS (SELECT 1 FROM notes WHERE notes.lecture_id = downloads.lecture_id)`.as('has_notes'),
    ])
    .where('downloads.state', '=', 'complete')
    .where('progress.completed', '=', 1)
    .orderBy('watched_to_end_at_ms')
    .orderBy('downloads.lecture_id');
  const query = courseId === null ? all : all.where('downloads.course_id', '=', courseId);
  return store.all(query).map((row) => ({
    lectureId: row.lecture_id,
    lectureTitle: row.lecture_title,
    courseTitle: row.course_title,
    sizeBytes: row.held_bytes,
    addedAtMs: row.added_at_ms,
    completedAtMs: row.watched_to_end_at_ms,
    hasNotes: row.has_notes === 1,
  }));
}
