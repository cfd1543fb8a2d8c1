import type { AppError } from '../result.ts';
import type { Quality } from './course.ts';
import type { CourseId, LectureId } from './ids.ts';

/**
 * Where a download stands. `waiting` is not failed: it goes on by itself when the service answers again;
 * `failed` needs the person (or a new version of the file).
 */
export const downloadStates = [
  'queued',
  'downloading',
  'waiting',
  'paused',
  'verifying',
  'complete',
  'failed',
] as const;
export type DownloadState = (typeof downloadStates)[number];

/** One lecture's download as the screens show it. */
export interface DownloadItem {
  readonly lectureId: LectureId;
  readonly courseId: CourseId;
  readonly lectureTitle: string;
  readonly courseTitle: string;
  readonly coverUrl: string;
  readonly durationMs: number;
  readonly quality: Quality;
  readonly state: DownloadState;
  /** Bytes of the lecture that are safely on this disk. */
  readonly receivedBytes: number;
  readonly sizeBytes: number;
  /** Measured over the last seconds; null when not running or not known yet. */
  readonly bytesPerSecond: number | null;
  /** Why it waits or failed; null otherwise. */
  readonly error: AppError | null;
}
