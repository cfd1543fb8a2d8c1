import type { DownloadRow } from '../../../../ports.ts';
import type { DownloadColumns } from './tables.ts';

/** What `downloads` and `bin` keep alike of a lecture's download. */
export function columnsOf(download: DownloadRow): Omit<DownloadColumns, 'lecture_id'> {
  return {
    course_id: download.courseId,
    asset_id: download.assetId,
    quality: download.quality,
    state: download.state,
    size_bytes: download.sizeBytes,
    sha256: download.sha256,
    etag: download.etag,
    received_bytes: download.receivedBytes,
    error: download.error,
    added_at_ms: download.addedAtMs,
    completed_at_ms: download.completedAtMs,
  };
}

/** The download of a row of either table, but for the file that plays until it is whole. */
export function downloadOf(row: DownloadColumns): Omit<DownloadRow, 'previous'> {
  return {
    lectureId: row.lecture_id,
    courseId: row.course_id,
    assetId: row.asset_id,
    quality: row.quality,
    state: row.state,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    etag: row.etag,
    receivedBytes: row.received_bytes,
    error: row.error,
    addedAtMs: row.added_at_ms,
    completedAtMs: row.completed_at_ms,
  };
}
