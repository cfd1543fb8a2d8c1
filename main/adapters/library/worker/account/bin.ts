import { sql, type Selectable } from 'kysely';
import type { LectureId } from '../../../../../contract/domain/ids.ts';
import type { BinRow, BinRowWithTitles, BinStamp, DownloadRow } from '../../../../ports.ts';
import { columnsOf, downloadOf } from './download-columns.ts';
import { downloadOfLecture, putDownload } from './downloads.ts';
import type { LibraryStatements, LibraryTables } from './tables.ts';

/** Everything in the bin, newest first; empty titles when the catalogue forgot the lecture. */
export function listBin(store: LibraryStatements): readonly BinRowWithTitles[] {
  const query = store.build
    .selectFrom('bin')
    .leftJoin('lectures', 'lectures.id', 'bin.lecture_id')
    .leftJoin('courses', 'courses.id', 'lectures.course_id')
    .selectAll('bin')
    .select(({ fn, val }) => [
      fn.coalesce('lectures.title', val('')).as('lecture_title'),
      sql<string>`coalesce(courses.head ->> '$.title', '')`.as('course_title'),
    ])
    .orderBy('bin.removed_at_ms', 'desc')
    .orderBy('bin.lecture_id');
  return store.all(query).map((row) => ({
    ...itemOfRow(row),
    lectureTitle: row.lecture_title,
    courseTitle: row.course_title,
  }));
}

/** What lies in the bin of a lecture. */
export function binItemOfLecture(store: LibraryStatements, id: LectureId): BinRow | null {
  const row = store.first(store.build.selectFrom('bin').selectAll().where('lecture_id', '=', id));
  return row === undefined ? null : itemOfRow(row);
}

/** Moves a lecture's download into the bin, as it is; licence and small files stay. Without one nothing happens. */
export function moveToBin(store: LibraryStatements, id: LectureId, removedAtMs: number): null {
  const download = downloadOfLecture(store, id);
  if (download === null) return null;
  const row = { ...columnsOf(download), removed_at_ms: removedAtMs, last_day_from_ms: null };
  store.run(
    store.build
      .insertInto('bin')
      .values({ lecture_id: id, ...row })
      .onConflict((conflict) => conflict.column('lecture_id').doUpdateSet(row)),
  );
  store.run(store.build.deleteFrom('downloads').where('lecture_id', '=', id));
  return null;
}

/** Takes a lecture out of the bin and makes it this download, at the end of the queue; one that is there already stays as it is. */
export function moveFromBin(store: LibraryStatements, download: DownloadRow): null {
  if (downloadOfLecture(store, download.lectureId) === null) putDownload(store, download);
  store.run(store.build.deleteFrom('bin').where('lecture_id', '=', download.lectureId));
  return null;
}

/** Writes when items were removed, and since when they are in their last day. */
export function stampBin(store: LibraryStatements, stamps: readonly BinStamp[]): null {
  for (const { lectureId, removedAtMs, lastDayFromMs } of stamps) {
    const row = { removed_at_ms: removedAtMs, last_day_from_ms: lastDayFromMs };
    store.run(store.build.updateTable('bin').set(row).where('lecture_id', '=', lectureId));
  }
  return null;
}

function itemOfRow(row: Selectable<LibraryTables['bin']>): BinRow {
  return { ...downloadOf(row), previous: null, removedAtMs: row.removed_at_ms, lastDayFromMs: row.last_day_from_ms };
}
