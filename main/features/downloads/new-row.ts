import type { Lecture, MediaAsset } from '../../../contract/domain/course.ts';
import type { AssetId, CourseId, LectureId } from '../../../contract/domain/ids.ts';
import type { DownloadRow } from '../../ports.ts';

/** The row of a download that was just asked for. */
export function newRow(lectureId: LectureId, courseId: CourseId, media: MediaAsset, nowMs: number): DownloadRow {
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
  };
}

/** The small files that come with a lecture and go with it; the cover is not among them, the catalogue shows it too. */
export function ownSideFiles(lecture: Lecture): readonly AssetId[] {
  return [...lecture.captions, ...lecture.attachments].map(({ id }) => id);
}
