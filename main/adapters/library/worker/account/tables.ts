import type { Quality } from '../../../../../contract/domain/course.ts';
import type { DownloadState } from '../../../../../contract/domain/download.ts';
import type { HistoryEntryId } from '../../../../../contract/domain/history.ts';
import type { AssetId, CourseId, DeviceId, LectureId, NoteId } from '../../../../../contract/domain/ids.ts';
import type { LocalDay } from '../../../../../contract/domain/local-day.ts';
import type { RatingSubject, Stars } from '../../../../../contract/domain/rating.ts';
import type { RequestKind } from '../../../../../contract/domain/rights.ts';
import type { Stamp } from '../../../../../contract/domain/stamp.ts';
import type { RemovalReason } from '../../../../../contract/domain/synced.ts';
import type { AppErrorCode } from '../../../../../contract/result.ts';
import type { ConsentTables } from '../consent/tables.ts';
import type { NetworkTables } from '../network/tables.ts';
import type { KeptCookie } from '../../../../gate-ports.ts';
import type { Statements } from '../statements.ts';

/** SQLite has no booleans. */
export type Flag = 0 | 1;

/** What is kept of a lecture's download, wherever it is. */
export interface DownloadColumns {
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
}

/** The tables of `library.db` as its newest migration leaves them. */
export interface LibraryTables extends ConsentTables, NetworkTables {
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
    /** When it was last watched to its end. */
    readonly completed_at_ms: number | null;
  };
  readonly bin: DownloadColumns & { readonly removed_at_ms: number; readonly last_day_from_ms: number | null };
  readonly downloads: DownloadColumns & {
    /** Where it stands among all downloads; no two stand at the same place. */
    readonly position: number;
    /** JSON of the file that plays until this one is complete. */
    readonly previous: string | null;
  };
  readonly licences: {
    readonly lecture_id: LectureId;
    /** Compact JWS. */
    readonly licence: string;
    readonly issued_at_s: number;
    readonly expires_at_s: number;
  };
  /** One row: what holds for every licence of the account on this computer. */
  readonly licence_facts: {
    readonly only: number;
    readonly account_id: string | null;
    /** JWKS as last fetched. */
    readonly keys: string | null;
    readonly service_moment_ms: number | null;
    readonly latest_moment_ms: number | null;
  };
  readonly licence_grace: { readonly lecture_id: LectureId };
  readonly course_quality: { readonly course_id: CourseId; readonly quality: Quality };
  readonly keep_ready: { readonly course_id: CourseId; readonly count: number };
  /** Lectures whose downloads were removed; kept by triggers on `downloads`. */
  readonly left_alone: { readonly lecture_id: LectureId };
  /** Intervals of media time that do not touch. */
  readonly watched: { readonly lecture_id: LectureId; readonly start_ms: number; readonly end_ms: number };
  readonly course_rate: { readonly course_id: CourseId; readonly rate: number };
  /** Packed pairs of start and end; null when they cannot be found. */
  readonly silences: { readonly asset_id: AssetId; readonly spans: Uint8Array | null };
  /** The person's own, so without foreign keys: notes outlast the catalogue. */
  readonly notes: {
    readonly id: NoteId;
    readonly lecture_id: LectureId;
    readonly course_id: CourseId;
    readonly position_ms: number;
    /** Empty: a bookmark. */
    readonly text: string;
    readonly created_at_ms: number;
    readonly changed_at_ms: number;
  };
  /** What can be found, in the words of its source; a row of the kind's `search_…` index has the same number. */
  readonly search_documents: {
    readonly id: number;
    readonly kind: SearchKind;
    /** The id of the course, lecture, lecturer, note, or caption file. */
    readonly key: string;
    /** Where a cue begins; 0 for everything else. */
    readonly place_ms: number;
    readonly title: string;
    readonly people: string;
    readonly body: string;
  };
  /** Every word and, behind a `_`, every stem of the indexes, and how many documents have it. */
  readonly search_terms: { readonly term: string; readonly document_count: number };
  /** What changed since it was indexed; filled by triggers. */
  readonly search_queue: { readonly kind: SearchKind; readonly key: string };
  readonly search_history: { readonly text: string; readonly searched_at_ms: number };
  /** One sitting before a lecture; titles as they were then. */
  readonly history: {
    readonly id: HistoryEntryId;
    readonly lecture_id: LectureId;
    readonly course_id: CourseId;
    readonly lecture_title: string;
    readonly course_title: string;
    /** Both titles as they are searched. */
    readonly search_text: string;
    readonly duration_ms: number;
    readonly device_id: DeviceId;
    readonly started_at_ms: number;
    readonly ended_at_ms: number;
    readonly day: LocalDay;
    readonly offset_minutes: number;
    /** The day from which it grows old: never earlier than that of an entry before, whatever the clock says. */
    readonly age_day: LocalDay;
    readonly watched_ms: number;
    readonly from_ms: number;
    readonly to_ms: number;
  };
  /** One row: how days pass for the history. */
  readonly history_days: { readonly only_one: number; readonly clock_day: LocalDay; readonly age_day: LocalDay };
  readonly recommendation_dismissed: { readonly course_id: CourseId; readonly dismissed_at_ms: number };
  /** One row, when interest was begun anew. */
  readonly recommendation_start: { readonly only: number; readonly interest_from_ms: number };
  /** The person's own, so without foreign keys; `id` is a course's or a lecture's. */
  readonly my_list: { readonly kind: 'course' | 'lecture'; readonly id: string; readonly added_at_ms: number };
  readonly ratings: {
    readonly kind: RatingSubject['kind'];
    readonly id: RatingSubject['id'];
    /** Null: withdrawn. */
    readonly stars: Stars | null;
    readonly changed_at_ms: number;
    /** Whether the service has it. */
    readonly sent: Flag;
  };
  /** What the service said of all learners together; nothing of the person. */
  readonly popularity: {
    readonly course_id: CourseId;
    readonly viewer_count: number | null;
    readonly rating_average: number | null;
    readonly rating_count: number | null;
  };
  /** One row, once it was fetched. */
  readonly popularity_state: { readonly only: number; readonly etag: string | null };
  /** What outlives the app of the account's session. */
  readonly cookies: {
    readonly name: string;
    readonly value: string;
    readonly host: string;
    readonly path: string;
    readonly is_secure: number;
    readonly is_http_only: number;
    readonly same_site: KeptCookie['sameSite'];
    readonly expires_at_ms: number;
  };
  /** One row, once the person was at home: since when what arrived is new, and when they were there last. */
  readonly home_visit: { readonly only: number; readonly since_ms: number; readonly seen_ms: number };
  readonly course_arrivals: { readonly course_id: CourseId; readonly arrived_at_ms: number };
  /** One row at most: the last day on which a lecture was played. */
  readonly usage_day: { readonly only: number; readonly day: string; readonly lecture_count: number };
  /** One row: how the exchange with other computers stands. */
  readonly sync_state: {
    readonly only_one: number;
    readonly device_id: DeviceId;
    readonly is_on: Flag;
    /** It was on once: what is deleted is remembered by its bare id. */
    readonly was_on: Flag;
    readonly epoch: string | null;
    readonly cursor: string | null;
    readonly clock: Stamp | null;
    /** Every sitting that was begun before is deleted. */
    readonly cleared: Stamp | null;
    /** The same, of a removal that may still be undone. */
    readonly pending_cleared: Stamp | null;
    readonly pending_removal: number | null;
    /** How far what was here before has begun to wait; null: all of it has. */
    readonly fill_part: 'lectures' | 'sittings' | 'removed' | null;
    readonly fill_after: string;
    readonly last_at_ms: number | null;
    readonly copy_gone: Flag;
    readonly deleting: Flag;
    readonly deleting_epoch: string | null;
  };
  readonly sync_lectures: {
    readonly lecture_id: LectureId;
    readonly reset: Stamp | null;
    readonly completion: Stamp | null;
    readonly position: Stamp | null;
  };
  /** When a sitting was begun, or that it was removed; for a minute both, with the removal that may be undone. */
  readonly sync_sittings: {
    readonly entry_id: HistoryEntryId;
    readonly born: Stamp | null;
    readonly removed: RemovalReason | null;
    readonly removal_id: number | null;
  };
  /** What waits to be told, by its subject: a lecture's id, a sitting's id, or nothing. */
  readonly sync_outbox: {
    readonly revision: number;
    readonly kind: 'lecture' | 'sitting' | 'cleared';
    readonly subject: string;
    /** The service has refused it. */
    readonly set_aside: Flag;
  };
  /** Decisions that the service does not have yet. */
  readonly consent_outbox: { readonly entry_id: string };
  readonly rights_choices: {
    readonly name: 'processing' | 'marketing';
    /** JSON. */
    readonly value: string;
    readonly revision: number;
    readonly told: Flag;
  };
  readonly privacy_requests: {
    readonly id: string;
    readonly kind: RequestKind;
    readonly text: string;
    readonly asked_at_ms: number;
    /** JSON of what the service said last. */
    readonly answer: string | null;
  };
  readonly content: { readonly asset_id: AssetId; readonly media_type: string; readonly bytes: Uint8Array };
}

/** What is indexed: each kind has an index of its own, `search_<kind>`. */
export type SearchKind = 'course' | 'lecture' | 'lecturer' | 'cue' | 'note';

/** What a file is to its course or lecture. */
export type AssetKind = 'cover' | 'media' | 'caption' | 'attachment';

/** Typed queries on an open library. */
export type LibraryStatements = Statements<LibraryTables>;
