import type { AppError } from '../result.ts';
import type { Quality } from './course.ts';
import type { CourseId, LectureId } from './ids.ts';
import type { LicenceView } from './licence.ts';

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

/** Why a queued or waiting download does not run, though nobody paused it. */
export type WaitReason =
  /** Others come first. */
  | { readonly kind: 'turn' }
  | { readonly kind: 'all-paused' }
  | { readonly kind: 'offline' }
  /** The service asked to wait or made a mistake; tried again at `untilMs` (milliseconds since 1970, UTC). */
  | { readonly kind: 'service'; readonly untilMs: number }
  /** The night window opens at `untilMs`. */
  | { readonly kind: 'night'; readonly untilMs: number }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'drive-away' }
  /** The lectures are on their way to another folder. */
  | { readonly kind: 'moving' }
  /** The line costs by the amount, and the person was not asked yet. */
  | { readonly kind: 'metered' }
  /** It would take more than the person allows downloads to take. */
  | { readonly kind: 'cap' }
  /** It would leave less free than the person wants to keep free. */
  | { readonly kind: 'floor' };

/** How a batch of downloads ended; what the person paused or removed is in neither number. */
export interface DownloadBatch {
  readonly completeCount: number;
  readonly failedCount: number;
}

/** Where a download may be moved in the queue. */
export const queueMoves = ['first', 'earlier', 'later', 'last'] as const;
export type QueueMove = (typeof queueMoves)[number];

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
  /** Why it does not run; null while it runs, when it is complete, failed, or paused by the person. */
  readonly waitsFor: WaitReason | null;
  /** Its place among the unfinished ones, from 1; null when complete. */
  readonly place: number | null;
  readonly licence: LicenceView;
}
