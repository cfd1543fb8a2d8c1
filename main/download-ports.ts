/** What is kept of downloads, as `ports.ts` has the others. */
import type { Quality } from '../contract/domain/course.ts';
import type { DownloadState } from '../contract/domain/download.ts';
import type { AssetId, CourseId, LectureId } from '../contract/domain/ids.ts';
import type { AppErrorCode } from '../contract/result.ts';

/** One lecture's download as the library keeps it: row first, work second. */
export interface DownloadRow {
  readonly lectureId: LectureId;
  readonly courseId: CourseId;
  readonly assetId: AssetId;
  readonly quality: Quality;
  readonly state: DownloadState;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** The strong validator the bytes on disk belong to; null before the first byte. */
  readonly etag: string | null;
  /** Bytes known to be on disk; may lag behind the file, never runs ahead of it. */
  readonly receivedBytes: number;
  readonly error: AppErrorCode | null;
  readonly addedAtMs: number;
  readonly completedAtMs: number | null;
  /** The file of another quality that stays and plays until this one is complete. */
  readonly previous: PreviousFile | null;
}

/** A whole file of a lecture that another is to replace. */
export type PreviousFile = Pick<DownloadRow, 'assetId' | 'quality' | 'sizeBytes' | 'sha256' | 'etag' | 'completedAtMs'>;
