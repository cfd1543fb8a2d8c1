import type { Quality } from '../../../../../contract/domain/course.ts';
import type { DownloadState } from '../../../../../contract/domain/download.ts';
import type { AssetId, CourseId, LectureId } from '../../../../../contract/domain/ids.ts';
import type { AppErrorCode } from '../../../../../contract/result.ts';
import type { Statements } from '../statements.ts';

/** SQLite has no booleans. */
export type Flag = 0 | 1;

/** The tables of `library.db` as its newest migration leaves them. */
export interface LibraryTables {
  readonly catalogue_state: { readonly id: number; readonly cursor: string | null; readonly etag: string | null };
  readonly courses: {
    readonly id: CourseId;
    readonly published_at: string;
    /** JSON of the course without its sections. */
    readonly head: string;
    /** SHA-256 of the whole course as JSON: unchanged courses are not written again. */
    readonly fingerprint: string;
    readonly withdrawn: Flag;
  };
  readonly sections: {
    readonly course_id: CourseId;
    readonly position: number;
    readonly id: string;
    readonly title: string;
  };
  readonly lectures: {
    readonly id: LectureId;
    readonly course_id: CourseId;
    readonly section_position: number;
    readonly position: number;
    readonly title: string;
    readonly duration_ms: number;
    readonly cover_asset_id: AssetId;
    /** JSON of the lecture. */
    readonly lecture: string;
    readonly withdrawn: Flag;
  };
  /** Every file of a course or a lecture; exactly one of the owners is set. */
  readonly assets: {
    readonly id: AssetId;
    readonly course_id: CourseId | null;
    readonly lecture_id: LectureId | null;
    readonly kind: AssetKind;
    readonly media_type: string;
    readonly size_bytes: number;
    readonly sha256: string;
  };
  readonly progress: {
    readonly lecture_id: LectureId;
    readonly position_ms: number;
    readonly completed: Flag;
    readonly watched_at_ms: number;
  };
  readonly downloads: {
    readonly lecture_id: LectureId;
    readonly course_id: CourseId;
    readonly asset_id: AssetId;
    readonly quality: Quality;
    readonly state: DownloadState;
    readonly size_bytes: number;
    readonly sha256: string;
    readonly etag: string | null;
    readonly received_bytes: number;
    readonly error: AppErrorCode | null;
    readonly added_at_ms: number;
    readonly completed_at_ms: number | null;
  };
  readonly content: { readonly asset_id: AssetId; readonly media_type: string; readonly bytes: Uint8Array };
}

/** What a file is to its course or lecture. */
export type AssetKind = 'cover' | 'media' | 'caption' | 'attachment';

/** Typed queries on an open library. */
export type LibraryStatements = Statements<LibraryTables>;
