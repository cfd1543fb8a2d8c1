/**
 * The doors through which features touch the world, as types. Adapters fill them, features use them, fakes stand in for them
 * in unit tests. Every call that can fail for a reason outside the program answers a `Result`.
 */
import type { AssetLocation } from '../contract/api/assets.ts';
import type { AssetReference, Course, Lecture, Level, Lecturer, Quality } from '../contract/domain/course.ts';
import type { DownloadState } from '../contract/domain/download.ts';
import type { AssetId, CourseId, LectureId, LocalAccountId } from '../contract/domain/ids.ts';
import type { CoursePopularity } from '../contract/domain/popularity.ts';
import type { LectureProgress } from '../contract/domain/views.ts';
import type { AppErrorCode, Result } from '../contract/result.ts';
import type { BrowseStore, ListStore } from './browse-ports.ts';
import type { EntriesStore } from './erase-plan-ports.ts';
import type { CatalogueMedia } from './care-ports.ts';
import type { DownloadRow } from './download-ports.ts';
import type { HistoryStore } from './history-ports.ts';
import type { KeepReadyStore } from './keep-ready-ports.ts';
import type { LicenceStore } from './licence-ports.ts';
import type { NetworkStore } from './network-ports.ts';
import type { NotesStore } from './notes-ports.ts';
import type { SearchStore } from './search-ports.ts';
import type { RecommendationStore } from './recommendation-ports.ts';
import type { PopularityStore } from './popularity-ports.ts';
import type { RatingsStore } from './rating-ports.ts';
import type { RightsStore } from './rights-ports.ts';
import type { ByteRange } from './service-ports.ts';
import type { BinStore, DriveSpace, SpaceStore } from './space-ports.ts';
import type { StatisticsStore } from './statistics-ports.ts';
import type { SyncStore } from './sync-ports.ts';
import type { StudyStore } from './study-ports.ts';
import type { UsageStore } from './usage-ports.ts';

/** Time, so that tests can turn it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
  /** Runs `work` once after `delayMs`; returns the function that calls it off. */
  after(delayMs: number, work: () => void): () => void;
}

/** What may stand in a log line: names of the closed kind and numbers, never a person's words. */
export type LogFields = Readonly<Record<string, number | boolean | AppErrorCode | DownloadState>>;

/** The app's own log: `event` is a fixed dotted name such as `download.complete`. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** A defect: the error's class name is kept, its message is not (it may hold a path). */
  defect(event: string, error: unknown): void;
}

/** A course without its lectures, with sums over them. */
export interface CourseHead {
  readonly id: CourseId;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly language: string;
  readonly level: Level;
  readonly topics: readonly string[];
  readonly lecturer: Lecturer;
  readonly cover: AssetReference;
  readonly publishedAt: string;
  /** False: not offered in the person's region. */
  readonly available?: boolean | undefined;
  readonly lectureCount: number;
  readonly completedCount: number;
  readonly durationMs: number;
  /** What the service last said of all learners together; absent: nothing. */
  readonly popularity?: CoursePopularity;
}

/** A lecture with where it stands in its course. */
export interface LectureInCourse {
  readonly lecture: Lecture;
  readonly course: CourseHead;
  readonly previousLectureId: LectureId | null;
  readonly nextLectureId: LectureId | null;
}

/** What a page of the catalogue brought. */
export interface AppliedPage {
  /** Something that a person can see is other than before. */
  readonly changed: boolean;
  /** Behind the cursor that is known now there is another page. */
  readonly hasMore: boolean;
}

/** A download with the words the list shows; empty titles when the catalogue forgot the lecture. */
export interface DownloadRowWithTitles extends DownloadRow {
  readonly lectureTitle: string;
  readonly courseTitle: string;
  readonly coverAssetId: AssetId;
  readonly durationMs: number;
}

/** A lecture begun, newest first. */
export interface RecentLecture {
  readonly lectureId: LectureId;
  readonly courseId: CourseId;
  readonly lectureTitle: string;
  readonly courseTitle: string;
  readonly coverAssetId: AssetId;
  readonly durationMs: number;
  readonly progress: LectureProgress;
}

/** All remembered places in numbers. */
export interface ProgressSummary {
  readonly placeCount: number;
  /** Milliseconds since 1970, UTC; null when there is none. */
  readonly firstWatchedAtMs: number | null;
}

/** A small file of a lecture kept inside the encrypted library. */
export interface StoredContent {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * Everything of one account, in an encrypted SQLite file that a worker thread owns; one transaction a call. Fails with `library-newer`,
 * `library-damaged`, `library-key-wrong`, `disk-full`, `folder-read-only`, `disk-failed`, or `signed-out` when none is open.
 */
export interface Library {
  /** Opens (or makes) the library of an account and brings it up to date; closes the one that was open. */
  open(accountId: LocalAccountId, libraryKey: Uint8Array): Promise<Result<null>>;
  close(): Promise<Result<null>>;
  /** What can be erased by its kind. */
  readonly entries: EntriesStore;
  /** What went over the network in the account's name. */
  readonly network: NetworkStore;
  readonly catalogue: {
    known(): Promise<Result<{ readonly cursor: string | null; readonly etag: string | null }>>;
    /**
     * Applies an answer of the service, JSON of a `CatalogueDelta` in UTF-8, which is `service-nonsense` when it is something else. It is done in
     * pieces between other calls; only at the end `known` is what it says. The buffer may be moved away.
     */
    apply(page: Uint8Array, etag: string | null): Promise<Result<AppliedPage>>;
    heads(): Promise<Result<readonly CourseHead[]>>;
    course(id: CourseId): Promise<Result<{ readonly head: CourseHead; readonly course: Course } | null>>;
    lecture(id: LectureId): Promise<Result<LectureInCourse | null>>;
    /** The reference of any file the catalogue names (media, caption, cover, attachment). */
    asset(id: AssetId): Promise<Result<AssetReference | null>>;
    /** The lectures' own files in a fixed order, from behind `after` on, at most `limit` of them. */
    media(after: CatalogueMedia | null, limit: number): Promise<Result<readonly CatalogueMedia[]>>;
  };
  readonly progress: {
    ofLecture(id: LectureId): Promise<Result<LectureProgress | null>>;
    ofCourse(id: CourseId): Promise<Result<ReadonlyMap<LectureId, LectureProgress>>>;
    /** Saves where a person is; a lecture once completed stays completed. */
    save(id: LectureId, progress: LectureProgress): Promise<Result<null>>;
    summary(): Promise<Result<ProgressSummary>>;
    /** Begun, not completed, newest first. */
    recent(limit: number): Promise<Result<readonly RecentLecture[]>>;
  };
  readonly downloads: {
    /** In the order of the queue. */
    list(): Promise<Result<readonly DownloadRowWithTitles[]>>;
    get(id: LectureId): Promise<Result<DownloadRow | null>>;
    /** The complete download that holds this asset, if any; one that another quality is to replace still counts. */
    completeOfAsset(id: AssetId): Promise<Result<DownloadRow | null>>;
    /** Writes a row: a new one at the end of the queue, a changed one at its place. */
    put(row: DownloadRow): Promise<Result<null>>;
    /** Puts the rows of lectures that have none, in one go; the others stay as they are. */
    adopt(rows: readonly DownloadRow[]): Promise<Result<null>>;
    /** Forgets the download, its licence, and the small files that came with it and that no other download needs. */
    remove(id: LectureId): Promise<Result<null>>;
    /** Puts these in this order among themselves. */
    reorder(ids: readonly LectureId[]): Promise<Result<null>>;
    /** The quality last chosen for a course, if any was. */
    qualityOfCourse(id: CourseId): Promise<Result<Quality | null>>;
    keepQuality(id: CourseId, quality: Quality): Promise<Result<null>>;
  };
  readonly bin: BinStore;
  readonly space: SpaceStore;
  readonly licences: LicenceStore;
  readonly keepReady: KeepReadyStore;
  readonly study: StudyStore;
  readonly notes: NotesStore;
  readonly search: SearchStore;
  readonly history: HistoryStore;
  readonly statistics: StatisticsStore;
  readonly recommendations: RecommendationStore;
  readonly browse: BrowseStore;
  readonly myList: ListStore;
  readonly ratings: RatingsStore;
  readonly popularity: PopularityStore;
  readonly sync: SyncStore;
  readonly usage: UsageStore;
  readonly rights: RightsStore;
  readonly content: {
    get(id: AssetId): Promise<Result<StoredContent | null>>;
    put(id: AssetId, content: StoredContent): Promise<Result<null>>;
    remove(ids: readonly AssetId[]): Promise<Result<null>>;
  };
}

/** An open encrypted lecture. */
export interface MediaReader {
  readonly sizeBytes: number;
  /** Authenticated plaintext of a range, decrypting only the segments it touches; the stream errors on a damaged one. */
  stream(range: ByteRange, onFault: (code: AppErrorCode) => void): ReadableStream<Uint8Array>;
  close(): Promise<void>;
}

/** The encrypted lectures on disk. */
export interface LectureFiles {
  /** `asset-missing`, `asset-damaged`, or `folder-read-only`/`disk-failed`. */
  open(accountId: LocalAccountId, assetId: AssetId, mediaKey: Uint8Array): Promise<Result<MediaReader>>;
  /** Deletes the finished and the unfinished file, if there are any. */
  remove(accountId: LocalAccountId, assetId: AssetId, mediaKey: Uint8Array): Promise<Result<null>>;
  space(accountId: LocalAccountId): Promise<Result<{ readonly usedBytes: number; readonly freeBytes: number }>>;
  /** Free bytes and size of the drive; reads no file. */
  drive(): Promise<Result<DriveSpace>>;
  /** Whether the folder that the person chose is there: a drive may be unplugged. */
  folderIsThere(): Promise<boolean>;
  /** Makes the download folder anew when it can: a person asked to go on. */
  makeFolder(): Promise<void>;
}

/** One file to bring from the service into the encrypted store. */
export interface TransferJob {
  readonly accountId: LocalAccountId;
  readonly assetId: AssetId;
  readonly mediaKey: Uint8Array;
  readonly location: AssetLocation;
  /** True when what is on disk belongs to the same strong validator and may be gone on with. */
  readonly resume: boolean;
}

/** What a transfer tells while it runs: bytes safe on disk. At most four a second. */
export type TransferProgress = (progress: {
  readonly receivedBytes: number;
  readonly phase: 'downloading' | 'verifying';
}) => void;

/**
 * Brings a file in: encrypted from the first byte, in a worker thread, resumable, digest checked before success. Fails with
 * `service-unreachable`, `service-failed`, `service-nonsense`, `not-allowed` (address expired), `not-found`, `changed-at-service`,
 * `digest-mismatch`, `disk-full`, `folder-read-only`, `disk-failed`, `cancelled`, `unexpected` (the worker ended; what it wrote stays).
 */
export interface MediaTransfer {
  run(job: TransferJob, onProgress: TransferProgress, signal: AbortSignal): Promise<Result<null>>;
  /** Holds all transfers together, those that run too, to so many bytes a second; null: as fast as the line. */
  setLimit(bytesPerSecond: number | null): void;
}

export type {
  AccountFolders,
  AccountKeys,
  ComputerChoice,
  ComputerStore,
  Keyring,
  KeyringOwner,
  KnownAccount,
  SecretStore,
  WrappingSecrets,
} from './account-ports.ts';
export type {
  AccountFolder,
  CatalogueMedia,
  KeptLecture,
  LectureCare,
  RecognisedFile,
  SegmentCounts,
} from './care-ports.ts';
export type { CourseBrief, ListedThing, NextLecture } from './browse-ports.ts';
export type { AccountFiles, Erasable, EraseMarker } from './erase-ports.ts';
export type {
  IssuedLicence,
  KeptLicence,
  KeptLicences,
  KnownMoments,
  LicenceStore,
  LicenceVerifier,
} from './licence-ports.ts';
export type { KeepReadyCourse, KeepReadyLecture } from './keep-ready-ports.ts';
export type { LineCost, LineReport } from './line-ports.ts';
export type { LicenceExpectation, LicenceVerdict } from './licence-ports.ts';
export type { RatingChange, RatingsStore } from './rating-ports.ts';
export type { FrameCamera, LectureFrames, NewNote, NoteRow, NotesFile, NotesFiles, NotesStore } from './notes-ports.ts';
export type { AccessToken, ByteRange, ServiceApi } from './service-ports.ts';
export type { BinRow, BinRowWithTitles, BinStamp, CourseUsageRow, DriveSpace, WatchedLecture } from './space-ports.ts';
export type { PolicySource } from './policy-ports.ts';
export type { DownloadRow, PreviousFile } from './download-ports.ts';
