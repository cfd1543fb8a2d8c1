/** The doors of the bin and of what takes space, as `ports.ts` has the others. */
import type { AssetId, CourseId, LectureId } from '../contract/domain/ids.ts';
import type { CourseUsage, RemovableLecture } from '../contract/domain/space.ts';
import type { Result } from '../contract/result.ts';
import type { DownloadRow } from './ports.ts';

/** When an item of the bin was removed, and since when it is in its last day (milliseconds since 1970, UTC; null while it is not). */
export interface BinStamp {
  readonly lectureId: LectureId;
  readonly removedAtMs: number;
  readonly lastDayFromMs: number | null;
}

/** A download that was removed, as it was. */
export interface BinRow extends DownloadRow, BinStamp {}

/** An item of the bin with the words the list shows; empty when the catalogue forgot the lecture. */
export interface BinRowWithTitles extends BinRow {
  readonly lectureTitle: string;
  readonly courseTitle: string;
}

/** Removed downloads: one a lecture. Each of them keeps its licence and its small files. */
export interface BinStore {
  /** Newest first. */
  list(): Promise<Result<readonly BinRowWithTitles[]>>;
  get(id: LectureId): Promise<Result<BinRow | null>>;
  /** Moves the download of a lecture into the bin, in the place of what may lie there of that lecture. */
  put(id: LectureId, removedAtMs: number): Promise<Result<null>>;
  /** Takes the lecture out of the bin and makes this its download, at the end of the queue. */
  restore(download: DownloadRow): Promise<Result<null>>;
  stamp(stamps: readonly BinStamp[]): Promise<Result<null>>;
  /** Forgets the item and, where no download needs them, its licence and small files. */
  remove(id: LectureId): Promise<Result<null>>;
}

/** What the downloads of a course take; the cover is null when the catalogue forgot the course. */
export interface CourseUsageRow extends Omit<CourseUsage, 'coverUrl'> {
  readonly coverAssetId: AssetId | null;
}

/** A whole download that was watched to its end, the last time at `completedAtMs`. */
export interface WatchedLecture extends RemovableLecture {
  readonly addedAtMs: number;
  readonly completedAtMs: number;
  /** The person wrote notes or set bookmarks in it. */
  readonly hasNotes: boolean;
}

/** Sums over the downloads. */
export interface SpaceStore {
  usageByCourse(): Promise<Result<readonly CourseUsageRow[]>>;
  /** Of one course or, with null, of all; the longest ago first. */
  watched(courseId: CourseId | null): Promise<Result<readonly WatchedLecture[]>>;
}

/** The drive that holds the downloads. */
export interface DriveSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}
