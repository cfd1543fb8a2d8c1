import { sql } from 'kysely';
import type { CourseId, LectureId } from '../../../../../contract/domain/ids.ts';
import type { LectureProgress } from '../../../../../contract/domain/views.ts';
import type { ProgressSummary, RecentLecture } from '../../../../ports.ts';
import { noteLecture } from './sync/lecture-state.ts';
import type { Flag, LibraryStatements } from './tables.ts';

const columns = ['progress.lecture_id', 'position_ms', 'completed', 'watched_at_ms'] as const;

/** How far a person is in a lecture; null when it was never begun. */
export function progressOfLecture(store: LibraryStatements, id: LectureId): LectureProgress | null {
  const row = store.first(store.build.selectFrom('progress').select(columns).where('lecture_id', '=', id));
  return row === undefined ? null : progressOfRow(row);
}

/** How far a person is in each lecture of a course that was begun. */
export function progressOfCourse(store: LibraryStatements, id: CourseId): ReadonlyMap<LectureId, LectureProgress> {
  const query = store.build
    .selectFrom('progress')
    .innerJoin('lectures', 'lectures.id', 'progress.lecture_id')
    .select(columns)
    .where('lectures.course_id', '=', id);
  return new Map(store.all(query).map((row) => [row.lecture_id, progressOfRow(row)]));
}

/** Saves where a person is; SQL itself keeps `completed` from going back. */
export function saveProgress(store: LibraryStatements, id: LectureId, progress: LectureProgress): null {
  const row = { position_ms: progress.positionMs, watched_at_ms: progress.watchedAtMs };
  const completed: Flag = progress.completed ? 1 : 0;
  const completedAtMs = progress.completed ? progress.watchedAtMs : null;
  store.run(
    store.build
      .insertInto('progress')
      .values({ lecture_id: id, completed, completed_at_ms: completedAtMs, ...row })
      .onConflict((conflict) =>
        conflict.column('lecture_id').doUpdateSet({
          ...row,
          completed: sql<Flag>`max(progress.completed, excluded.completed)`,
          completed_at_ms: sql<number | null>`coalesce(excluded.completed_at_ms, progress.completed_at_ms)`,
        }),
      ),
  );
  noteLecture(store, id, progress.watchedAtMs, { position: true, completion: progress.completed });
  return null;
}

/** Begun, not completed, still to be had (published or downloaded), newest first. */
export function recentLectures(store: LibraryStatements, limit: number): readonly RecentLecture[] {
  const query = store.build
    .selectFrom('progress')
    .innerJoin('lectures', 'lectures.id', 'progress.lecture_id')
    .innerJoin('courses', 'courses.id', 'lectures.course_id')
    .select(columns)
    .select([
      'lectures.course_id',
      'lectures.title as lecture_title',
      'lectures.cover_asset_id',
      'lectures.duration_ms',
      sql<string>`courses.head ->> '$.title'`.as('course_title'),
    ])
    .where('progress.completed', '=', 0)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('lectures.withdrawn', '=', 0),
        exists(
          selectFrom('downloads')
            .select('downloads.lecture_id')
            .whereRef('downloads.lecture_id', '=', 'lectures.id')
            .where('downloads.state', '=', 'complete'),
        ),
      ]),
    )
    .orderBy('progress.watched_at_ms', 'desc')
    .limit(limit);
  return store.all(query).map((row) => ({
    lectureId: row.lecture_id,
    courseId: row.course_id,
    lectureTitle: row.lecture_title,
    courseTitle: row.course_title,
    coverAssetId: row.cover_asset_id,
    durationMs: row.duration_ms,
    progress: progressOfRow(row),
  }));
}

function progressOfRow(row: {
  readonly position_ms: number;
  readonly completed: Flag;
  readonly watched_at_ms: number;
}): LectureProgress {
  return { positionMs: row.position_ms, completed: row.completed === 1, watchedAtMs: row.watched_at_ms };
}

/** Counts the remembered places and finds the oldest. */
export function summarizeProgress(store: LibraryStatements): ProgressSummary {
  const query = store.build
    .selectFrom('progress')
    .select(({ fn }) => [
      fn.countAll<number>().as('place_count'),
      fn.min<number | null>('watched_at_ms').as('first_watched_at_ms'),
    ]);
  const row = store.first(query);
  return { placeCount: row?.place_count ?? 0, firstWatchedAtMs: row?.first_watched_at_ms ?? null };
}
