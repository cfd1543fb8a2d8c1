import type { CourseId, LectureId } from './ids.ts';

/** What the downloads of one course take. */
export interface CourseUsage {
  readonly courseId: CourseId;
  /** Empty when the catalogue forgot the course. */
  readonly courseTitle: string;
  readonly coverUrl: string;
  readonly lectureCount: number;
  /** Bytes on this disk, of unfinished downloads too. */
  readonly sizeBytes: number;
  /** The part of them that belongs to lectures watched to the end. */
  readonly watchedBytes: number;
  readonly watchedCount: number;
}

/** Space on the drive that holds the downloads. */
export interface StorageView {
  /** Everything the account's downloads take, the bin too: what of them is on the disk. */
  readonly downloadedBytes: number;
  readonly freeBytes: number;
  /** The size of the drive. */
  readonly totalBytes: number;
  /** The largest first. */
  readonly courses: readonly CourseUsage[];
  readonly binBytes: number;
}

/** A lecture that could be removed to make room. */
export interface RemovableLecture {
  readonly lectureId: LectureId;
  readonly lectureTitle: string;
  readonly courseTitle: string;
  readonly sizeBytes: number;
}

/** What removing would take away, before it does; the lecture that plays is never in it. */
export interface SpacePreview {
  readonly lectures: readonly RemovableLecture[];
  readonly sizeBytes: number;
}

/** A removed download that can still come back. */
export interface BinItem extends RemovableLecture {
  /** Milliseconds since 1970, UTC. */
  readonly removedAtMs: number;
  /** When it goes for good; earlier when its space is needed. */
  readonly goesAtMs: number;
  /** False for one that had not come whole: it goes on where it was. */
  readonly isWhole: boolean;
}
