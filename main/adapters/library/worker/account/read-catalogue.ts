import type { AssetReference, Course, Section } from '../../../../../contract/domain/course.ts';
import type { AssetId, CourseId, LectureId } from '../../../../../contract/domain/ids.ts';
import type { CourseHead, LectureInCourse } from '../../../../ports.ts';
import { popularityColumns, popularityOf } from './popularity.ts';
import { parseHead, parseLecture } from './stored-json.ts';
import type { LibraryStatements } from './tables.ts';

/** Courses the service publishes and withdrawn ones with a download, newest first. */
export function courseHeads(store: LibraryStatements): readonly CourseHead[] {
  const query = headQuery(store)
    .where(({ or, exists, eb, selectFrom }) =>
      or([
        eb('courses.withdrawn', '=', 0),
        exists(
          selectFrom('downloads')
            .innerJoin('lectures as held', 'held.id', 'downloads.lecture_id')
            .select('held.id')
            .whereRef('held.course_id', '=', 'courses.id'),
        ),
      ]),
    )
    .orderBy('courses.published_at', 'desc')
    .orderBy('courses.id');
  return store.all(query).map(headOfRow);
}

/** The heads of some courses, by their ids. */
export function headsOfCourses(store: LibraryStatements, ids: readonly CourseId[]): ReadonlyMap<CourseId, CourseHead> {
  const rows = store.all(headQuery(store).where('courses.id', 'in', ids));
  return new Map(rows.map(headOfRow).map((head) => [head.id, head]));
}

/** A course as published; of a withdrawn one, the lectures that are left. */
export function courseById(
  store: LibraryStatements,
  id: CourseId,
): { readonly head: CourseHead; readonly course: Course } | null {
  const row = store.first(headQuery(store).where('courses.id', '=', id));
  if (row === undefined) return null;
  const sectionRows = store.all(
    store.build.selectFrom('sections').select(['id', 'title']).where('course_id', '=', id).orderBy('position'),
  );
  const sections: Section[] = sectionRows.map((section) => ({ ...section, lectures: [] }));
  for (const lecture of store.all(lecturesOf(store, id).select(['section_position', 'lecture']))) {
    const section = sections[Math.min(lecture.section_position, sections.length - 1)];
    section?.lectures.push(parseLecture(lecture.lecture));
  }
  const shown = row.withdrawn === 1 ? sections.filter((section) => section.lectures.length > 0) : sections;
  return { head: headOfRow(row), course: { ...parseHead(row.head), sections: shown } };
}

/** A lecture, its course's head and its neighbours; null when the library does not know it. */
export function lectureById(store: LibraryStatements, id: LectureId): LectureInCourse | null {
  const query = store.build.selectFrom('lectures').select(['course_id', 'lecture']).where('id', '=', id);
  const row = store.first(query);
  if (row === undefined) return null;
  const headRow = store.first(headQuery(store).where('courses.id', '=', row.course_id));
  if (headRow === undefined) return null;
  const ids = store.all(lecturesOf(store, row.course_id).select('id')).map((lecture) => lecture.id);
  const index = ids.indexOf(id);
  return {
    lecture: parseLecture(row.lecture),
    course: headOfRow(headRow),
    previousLectureId: index === -1 ? null : (ids[index - 1] ?? null),
    nextLectureId: index === -1 ? null : (ids[index + 1] ?? null),
  };
}

/** The reference of any file the catalogue names or a download holds. */
export function assetById(store: LibraryStatements, id: AssetId): AssetReference | null {
  const query = store.build
    .selectFrom('assets')
    .select(['id', 'media_type as mediaType', 'size_bytes as sizeBytes', 'sha256'])
    .where('id', '=', id)
    .limit(1);
  return store.first(query) ?? null;
}

/** Lectures of a course in their order: the published ones, or all that are left when the course itself is withdrawn. */
function lecturesOf(store: LibraryStatements, id: CourseId) {
  return store.build
    .selectFrom('lectures')
    .where('course_id', '=', id)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('withdrawn', '=', 0),
        exists(
          selectFrom('courses').select('courses.id').where('courses.id', '=', id).where('courses.withdrawn', '=', 1),
        ),
      ]),
    )
    .orderBy('section_position')
    .orderBy('position');
}

function headQuery(store: LibraryStatements) {
  return store.build
    .selectFrom('courses')
    .leftJoin('lectures', (join) =>
      join
        .onRef('lectures.course_id', '=', 'courses.id')
        .on(({ or, eb }) => or([eb('lectures.withdrawn', '=', 0), eb('courses.withdrawn', '=', 1)])),
    )
    .leftJoin('progress', 'progress.lecture_id', 'lectures.id')
    .leftJoin('popularity', 'popularity.course_id', 'courses.id')
    .select(popularityColumns)
    .select(({ fn, val }) => [
      'courses.head as head',
      'courses.withdrawn as withdrawn',
      fn.count<number>('lectures.id').as('lecture_count'),
      fn.coalesce(fn.sum<number>('progress.completed'), val(0)).as('completed_count'),
      fn.coalesce(fn.sum<number>('lectures.duration_ms'), val(0)).as('duration_ms'),
    ])
    .groupBy('courses.id');
}

type HeadRow = Parameters<typeof popularityOf>[0] & {
  readonly head: string;
  readonly lecture_count: number;
  readonly completed_count: number;
  readonly duration_ms: number;
};

function headOfRow(row: HeadRow): CourseHead {
  const sums = {
    lectureCount: row.lecture_count,
    completedCount: row.completed_count,
    durationMs: row.duration_ms,
  };
  return { ...parseHead(row.head), ...sums, ...popularityOf(row) };
}
