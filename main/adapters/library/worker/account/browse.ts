import { sql, type SelectQueryBuilder } from 'kysely';
import type { BrowsePlace } from '../../../../../contract/domain/browse.ts';
import type { CourseId } from '../../../../../contract/domain/ids.ts';
import type { CourseBrief, LecturerBrief, NextLecture } from '../../../../browse-ports.ts';
import { popularityColumns, popularityOf } from './popularity.ts';
import { parseHead } from './stored-json.ts';
import type { Flag, LibraryStatements, LibraryTables } from './tables.ts';

/** A piece of the list of all courses, newest first. */
export function browseCourses(
  store: LibraryStatements,
  { after, limit }: { readonly after: BrowsePlace | null; readonly limit: number },
): readonly CourseBrief[] {
  const offered = store.build
    .selectFrom('courses')
    .select('id')
    .where(isShown)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(limit);
  if (after === null) return briefsOf(store, offered);
  const { publishedAt, courseId } = after;
  return briefsOf(
    store,
    offered.where(({ or, and, eb }) =>
      or([eb('published_at', '<', publishedAt), and([eb('published_at', '=', publishedAt), eb('id', '>', courseId)])]),
    ),
  );
}

/** Who teaches, with their courses; null when no course is theirs. The newest course has the newest words about them. */
export function lecturerById(store: LibraryStatements, id: string): LecturerBrief | null {
  const theirs = store.build
    .selectFrom('courses')
    .select('id')
    .where(sql<string>`head ->> '$.lecturer.id'`, '=', id)
    .where(isShown);
  const courses = briefsOf(store, theirs);
  const [newest] = courses;
  if (newest === undefined) return null;
  const row = store.first(store.build.selectFrom('courses').select('head').where('id', '=', newest.id));
  return row === undefined ? null : { lecturer: parseHead(row.head).lecturer, courses };
}

/** The courses of a list of ids, with their sums, newest first. */
export function briefsOf(store: LibraryStatements, ids: CourseIds): readonly CourseBrief[] {
  const query = store.build
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
      'courses.head',
      fn.count<number>('lectures.id').as('lecture_count'),
      fn.count<number>('progress.lecture_id').as('begun_count'),
      fn.coalesce(fn.sum<number>('progress.completed'), val(0)).as('completed_count'),
      fn.coalesce(fn.sum<number>('lectures.duration_ms'), val(0)).as('duration_ms'),
      sql<number | null>`min(CASE WHEN progress.completed = 1 THEN NULL ELSE lectures.duration_ms END)`.as(
        'shortest_left_ms',
      ),
    ])
    .where('courses.id', 'in', ids)
    .groupBy('courses.id')
    .orderBy('courses.published_at', 'desc')
    .orderBy('courses.id');
  return store.all(query).map(briefOf);
}

/** Of each course in which a lecture was watched and none is half-watched, the next one that was not. */
export function nextLectures(store: LibraryStatements, limit: number): readonly NextLecture[] {
  const courses = store.build
    .selectFrom('progress')
    .innerJoin('lectures', 'lectures.id', 'progress.lecture_id')
    .innerJoin('courses', 'courses.id', 'lectures.course_id')
    .select(['lectures.course_id', sql<string>`courses.head ->> '$.title'`.as('course_title')])
    .where('courses.withdrawn', '=', 0)
    .where(sql<number>`coalesce(courses.head ->> '$.available', 1)`, '=', 1)
    .groupBy('lectures.course_id')
    .having(({ fn }) => fn.min('progress.completed'), '=', 1)
    .orderBy(({ fn }) => fn.max('progress.watched_at_ms'), 'desc');
  const found: NextLecture[] = [];
  for (const { course_id: courseId, course_title: courseTitle } of store.all(courses)) {
    const next = nextOf(store, courseId);
    if (next !== null) found.push({ ...next, courseId, courseTitle });
    if (found.length === limit) break;
  }
  return found;
}

/** The first lecture behind the furthest one that was watched; when that was the last, the first that was not. */
function nextOf(store: LibraryStatements, courseId: CourseId): Omit<NextLecture, 'courseId' | 'courseTitle'> | null {
  const query = store.build
    .selectFrom('lectures')
    .leftJoin('progress', 'progress.lecture_id', 'lectures.id')
    .select(['lectures.id', 'lectures.title', 'lectures.duration_ms', 'lectures.cover_asset_id', 'progress.completed'])
    .where('lectures.course_id', '=', courseId)
    .where('lectures.withdrawn', '=', 0)
    .orderBy('lectures.section_position')
    .orderBy('lectures.position');
  const lectures = store.all(query);
  const furthest = lectures.findLastIndex(({ completed }) => completed === 1);
  const open = (lecture: { readonly completed: Flag | null }) => lecture.completed === null;
  const next = lectures.slice(furthest + 1).find(open) ?? lectures.find(open);
  if (next === undefined) return null;
  const { id, title, duration_ms: durationMs, cover_asset_id: coverAssetId } = next;
  return { lectureId: id, lectureTitle: title, durationMs, coverAssetId };
}

type CourseIds = SelectQueryBuilder<LibraryTables, 'courses', { id: CourseId }>;

/** Published, or withdrawn with a download: what is in the person's hands is never hidden. */
const isShown = sql<boolean>`(courses.withdrawn = 0 OR EXISTS (
  SELECT 1 FROM downloads JOIN lectures AS held ON held.id = downloads.lecture_id WHERE held.course_id = courses.id
))`;

function briefOf(
  row: Parameters<typeof popularityOf>[0] & {
    readonly head: string;
    readonly lecture_count: number;
    readonly begun_count: number;
    readonly completed_count: number;
    readonly duration_ms: number;
    readonly shortest_left_ms: number | null;
  },
): CourseBrief {
  const { id, title, summary, language, level, topics, lecturer, cover, publishedAt, available } = parseHead(row.head);
  return {
    id,
    title,
    summary,
    language,
    level,
    topics,
    publishedAt,
    lecturerId: lecturer.id,
    lecturerName: lecturer.name,
    coverAssetId: cover.id,
    available: available ?? true,
    lectureCount: row.lecture_count,
    begunCount: row.begun_count,
    completedCount: row.completed_count,
    durationMs: row.duration_ms,
    shortestLeftMs: row.shortest_left_ms,
    ...popularityOf(row),
  };
}
