import type { CourseId } from '../../../../../contract/domain/ids.ts';
import type { KeepReadyCourse, KeepReadyLecture } from '../../../../ports.ts';
import type { LibraryStatements } from './tables.ts';

/** Every course of which lectures are kept ready, with what decides which ones. */
export function keepReadyCourses(store: LibraryStatements): readonly KeepReadyCourse[] {
  const query = store.build
    .selectFrom('keep_ready')
    .leftJoin('course_quality', 'course_quality.course_id', 'keep_ready.course_id')
    .select(['keep_ready.course_id', 'count', 'quality'])
    .orderBy('keep_ready.course_id');
  return store
    .all(query)
    .map(({ course_id: id, count, quality }) => ({ count, quality, lectures: lecturesOfCourse(store, id) }));
}

function lecturesOfCourse(store: LibraryStatements, id: CourseId): readonly KeepReadyLecture[] {
  const query = store.build
    .selectFrom('lectures')
    .leftJoin('progress', 'progress.lecture_id', 'lectures.id')
    .leftJoin('downloads', 'downloads.lecture_id', 'lectures.id')
    .leftJoin('left_alone', 'left_alone.lecture_id', 'lectures.id')
    .select([
      'lectures.id',
      'lectures.withdrawn',
      'progress.completed',
      'downloads.lecture_id as downloaded_id',
      'left_alone.lecture_id as left_alone_id',
    ])
    .where('lectures.course_id', '=', id)
    .orderBy('lectures.section_position')
    .orderBy('lectures.position');
  return store.all(query).map((row) => ({
    lectureId: row.id,
    progress: row.completed === null ? 'none' : row.completed === 1 ? 'completed' : 'begun',
    hasDownload: row.downloaded_id !== null,
    leftAlone: row.left_alone_id !== null,
    withdrawn: row.withdrawn === 1,
  }));
}

/** How many lectures of a course are kept ready. */
export function keepReadyCount(store: LibraryStatements, id: CourseId): number {
  const query = store.build.selectFrom('keep_ready').select('count').where('course_id', '=', id);
  return store.first(query)?.count ?? 0;
}

/** Remembers how many; 0 forgets the course. */
export function putKeepReadyCount(store: LibraryStatements, id: CourseId, count: number): null {
  const { build } = store;
  if (count === 0) store.run(build.deleteFrom('keep_ready').where('course_id', '=', id));
  else
    store.run(
      build
        .insertInto('keep_ready')
        .values({ course_id: id, count })
        .onConflict((conflict) => conflict.column('course_id').doUpdateSet({ count })),
    );
  return null;
}
