import type { Lecture, MediaAsset } from '../../../contract/domain/course.ts';
import type { AssetId, CourseId, LectureId } from '../../../contract/domain/ids.ts';
import type { DownloadRow, PreviousFile } from '../../ports.ts';

/** The row of a download that was just asked for. */
export function newRow(
  lectureId: LectureId,
  courseId: CourseId,
  media: MediaAsset,
  nowMs: number,
  previous: PreviousFile | null = null,
): DownloadRow {
  return {
    lectureId,
    courseId,
    assetId: media.id,
    quality: media.quality,
    state: 'queued',
    sizeBytes: media.sizeBytes,
    sha256: media.sha256,
    etag: null,
    receivedBytes: 0,
    error: null,
    addedAtMs: nowMs,
    completedAtMs: null,
    previous,
  };
}

/** What stays of a complete download when another quality is asked for. */
export function previousOf({ assetId, quality, sizeBytes, sha256, etag, completedAtMs }: DownloadRow): PreviousFile {
  return { assetId, quality, sizeBytes, sha256, etag, completedAtMs };
}

/** The complete download again, as it was before another quality was asked for; null when there was none. */
export function restored(row: DownloadRow): DownloadRow | null {
  if (row.previous === null) return null;
  const { previous } = row;
  return { ...row, ...previous, state: 'complete', receivedBytes: previous.sizeBytes, error: null, previous: null };
}

/** The small files that come with a lecture and go with it; the cover is not among them, the catalogue shows it too. */
export function ownSideFiles(lecture: Lecture): readonly AssetId[] {
  return [...lecture.captions, ...lecture.attachments].map(({ id }) => id);
}
