import { sql, type Selectable } from 'kysely';
import type { AssetId, LectureId } from '../../../../../contract/domain/ids.ts';
import type { DownloadRow, DownloadRowWithTitles } from '../../../../ports.ts';
import { columnsOf, downloadOf } from './download-columns.ts';
import { parsePrevious } from './stored-json.ts';
import type { LibraryStatements, LibraryTables } from './tables.ts';

/** Every download in the order of the queue; one whose lecture the catalogue forgot has empty titles, so it can still be removed. */
export function listDownloads(store: LibraryStatements): readonly DownloadRowWithTitles[] {
  const query = store.build
    .selectFrom('downloads')
    .leftJoin('lectures', 'lectures.id', 'downloads.lecture_id')
    .leftJoin('courses', 'courses.id', 'lectures.course_id')
    .selectAll('downloads')
    .select(({ fn, val, ref }) => [
      fn.coalesce('lectures.title', val('')).as('lecture_title'),
      sql<string>`coalesce(courses.head ->> '$.title', '')`.as('course_title'),
      fn.coalesce('lectures.cover_asset_id', ref('downloads.asset_id')).as('cover_asset_id'),
      fn.coalesce('lectures.duration_ms', val(0)).as('duration_ms'),
    ])
    .orderBy('downloads.position')
    .orderBy('downloads.lecture_id');
  return store.all(query).map((row) => ({
    ...downloadOfRow(row),
    lectureTitle: row.lecture_title,
    courseTitle: row.course_title,
    coverAssetId: row.cover_asset_id,
    durationMs: row.duration_ms,
  }));
}

/** How many bytes of a download are on the disk, with those of the file it is to replace. */
export const heldBytes = sql<number>`downloads.received_bytes + coalesce(downloads.previous ->> '$.sizeBytes', 0)`;

/** A lecture's download. */
export function downloadOfLecture(store: LibraryStatements, id: LectureId): DownloadRow | null {
  const row = store.first(store.build.selectFrom('downloads').selectAll().where('lecture_id', '=', id));
  return row === undefined ? null : downloadOfRow(row);
}

/** The complete download that holds this file, as it was when it was the newest one if another quality is on its way. */
export function completeDownloadOfAsset(store: LibraryStatements, id: AssetId): DownloadRow | null {
  const query = store.build
    .selectFrom('downloads')
    .selectAll()
    .where('asset_id', '=', id)
    .where('state', '=', 'complete')
    .limit(1);
  const row = store.first(query);
  return row === undefined ? replacedDownloadOfAsset(store, id) : downloadOfRow(row);
}

function replacedDownloadOfAsset(store: LibraryStatements, id: AssetId): DownloadRow | null {
  const query = store.build
    .selectFrom('downloads')
    .selectAll()
    .where(sql<string>`previous ->> '$.assetId'`, '=', id)
    .limit(1);
  const row = store.first(query);
  if (row === undefined) return null;
  const download = downloadOfRow(row);
  if (download.previous === null) return null;
  const { previous } = download;
  return {
    ...download,
    ...previous,
    state: 'complete',
    receivedBytes: previous.sizeBytes,
    error: null,
    previous: null,
  };
}

/** Writes a lecture's download: a new one at the end of the queue, a changed one at its place. */
export function putDownload(store: LibraryStatements, download: DownloadRow): null {
  const previous = download.previous === null ? null : JSON.stringify(download.previous);
  const row = { ...columnsOf(download), previous };
  store.run(
    store.build
      .insertInto('downloads')
      .values({
        lecture_id: download.lectureId,
        ...row,
        position: sql<number>`(SELECT coalesce(max(position), 0) + 1 FROM downloads)`,
      })
      .onConflict((conflict) => conflict.column('lecture_id').doUpdateSet(row)),
  );
  return null;
}

function downloadOfRow(row: Selectable<LibraryTables['downloads']>): DownloadRow {
  return { ...downloadOf(row), previous: row.previous === null ? null : parsePrevious(row.previous) };
}
