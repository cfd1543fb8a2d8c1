import type { Quality } from '../../../../../contract/domain/course.ts';
import type { CourseId, LectureId } from '../../../../../contract/domain/ids.ts';
import type { LibraryStatements } from './tables.ts';

/** Puts these downloads in this order among themselves: they share out the places they had. */
export function reorderDownloads(store: LibraryStatements, ids: readonly LectureId[]): null {
  const query = store.build.selectFrom('downloads').select(['lecture_id', 'position']).where('lecture_id', 'in', ids);
  const rows = store.all(query);
  const places = rows.map(({ position }) => position).toSorted((one, other) => one - other);
  const known = new Set(rows.map(({ lecture_id: id }) => id));
  for (const [index, id] of ids.filter((each) => known.has(each)).entries()) {
    const position = places[index] ?? 0;
    store.run(store.build.updateTable('downloads').set({ position }).where('lecture_id', '=', id));
  }
  return null;
}

/** The quality last chosen for a course. */
export function qualityOfCourse(store: LibraryStatements, id: CourseId): Quality | null {
  const query = store.build.selectFrom('course_quality').select('quality').where('course_id', '=', id);
  return store.first(query)?.quality ?? null;
}

/** Remembers the quality chosen for a course. */
export function keepQuality(store: LibraryStatements, id: CourseId, quality: Quality): null {
  store.run(
    store.build
      .insertInto('course_quality')
      .values({ course_id: id, quality })
      .onConflict((conflict) => conflict.column('course_id').doUpdateSet({ quality })),
  );
  return null;
}
