/**
 * The doors through which features touch the world, as types. Adapters fill them, features use them, fakes stand in for them
 * in unit tests. Every call that can fail for a reason outside the program answers a `Result`.
 */
import type { AssetLocation } from '../contract/api/assets.ts';
import type { CatalogueDelta } from '../contract/api/catalogue.ts';
import type {
  ChangeEmailRequest,
  ChangePasswordRequest,
  CreateAccountRequest,
  Terms,
} from '../contract/api/accounts.ts';
import type {
  Account,
  RefreshRequest,
  SessionList,
  SignInAnswer,
  SignInRequest,
  Tokens,
} from '../contract/api/sessions.ts';
import type { AssetReference, Course, Lecture, Level, Lecturer, Quality } from '../contract/domain/course.ts';
import type { DownloadState } from '../contract/domain/download.ts';
import type { AssetId, CourseId, LectureId, LocalAccountId, SessionId } from '../contract/domain/ids.ts';
import type { LectureProgress } from '../contract/domain/views.ts';
import type { AppErrorCode, Result } from '../contract/result.ts';

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

/** A signed-in call's bearer token. */
export type AccessToken = string;

/**
 * The service, each answer checked against the contract's schemas. Fails with `service-unreachable` (no answer),
 * `service-failed` (5xx, 429), `service-nonsense` (an answer that is not what the contract says), `session-ended` (401), `erase-requested` (401),
 * `not-allowed` (403), `not-found` (404, 410).
 */
export interface ServiceApi {
  signIn(body: SignInRequest): Promise<Result<SignInAnswer>>;
  refresh(body: RefreshRequest): Promise<Result<Tokens>>;
  /** Signs a computer out: this one, or another, which is then to erase what it keeps of the account. */
  endSession(sessionId: SessionId, token: AccessToken): Promise<Result<null>>;
  endOtherSessions(token: AccessToken): Promise<Result<null>>;
  sessions(token: AccessToken): Promise<Result<SessionList>>;
  renameSession(sessionId: SessionId, name: string, token: AccessToken): Promise<Result<null>>;
  /** `email-taken`, `guardian-required` (nothing is stored then), `terms-outdated`, `too-many-attempts`. */
  createAccount(body: CreateAccountRequest): Promise<Result<Account>>;
  /** `wrong-credentials` without the current password; every other session of the account ends. */
  changePassword(body: ChangePasswordRequest, token: AccessToken): Promise<Result<null>>;
  /** `wrong-credentials`, `email-taken`. */
  changeEmail(body: ChangeEmailRequest, token: AccessToken): Promise<Result<Account>>;
  /** The Terms in force. */
  terms(): Promise<Result<Terms>>;
  catalogue(
    known: { readonly cursor: string | null; readonly etag: string | null },
    token: AccessToken,
  ): Promise<Result<{ readonly delta: CatalogueDelta; readonly etag: string | null } | 'unchanged'>>;
  locateAsset(assetId: AssetId, token: AccessToken): Promise<Result<AssetLocation>>;
  /** A whole small file (captions, cover, slides; at most 32 MiB), its digest checked: `digest-mismatch` otherwise. */
  fetchAsset(location: AssetLocation): Promise<Result<Uint8Array>>;
  /** Bytes `start` to `endExclusive` of a file as they come; `changed-at-service` when it is not the same file any more. */
  streamAsset(
    location: AssetLocation,
    range: ByteRange,
    signal: AbortSignal,
  ): Promise<Result<ReadableStream<Uint8Array>>>;
  /** One cheap request that needs no account: does the service answer at all? */
  probe(): Promise<Result<null>>;
}

/** A half-open range of bytes. */
export interface ByteRange {
  readonly start: number;
  readonly endExclusive: number;
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
  readonly lectureCount: number;
  readonly completedCount: number;
  readonly durationMs: number;
}

/** A lecture with where it stands in its course. */
export interface LectureInCourse {
  readonly lecture: Lecture;
  readonly course: CourseHead;
  readonly previousLectureId: LectureId | null;
  readonly nextLectureId: LectureId | null;
}

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
  readonly catalogue: {
    known(): Promise<Result<{ readonly cursor: string | null; readonly etag: string | null }>>;
    /** Applies a delta; true when anything changed. */
    apply(delta: CatalogueDelta, etag: string | null): Promise<Result<boolean>>;
    heads(): Promise<Result<readonly CourseHead[]>>;
    course(id: CourseId): Promise<Result<{ readonly head: CourseHead; readonly course: Course } | null>>;
    lecture(id: LectureId): Promise<Result<LectureInCourse | null>>;
    /** The reference of any file the catalogue names (media, caption, cover, attachment). */
    asset(id: AssetId): Promise<Result<AssetReference | null>>;
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
    list(): Promise<Result<readonly DownloadRowWithTitles[]>>;
    get(id: LectureId): Promise<Result<DownloadRow | null>>;
    /** The complete download that holds this asset, if any. */
    completeOfAsset(id: AssetId): Promise<Result<DownloadRow | null>>;
    put(row: DownloadRow): Promise<Result<null>>;
    remove(id: LectureId): Promise<Result<null>>;
  };
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
export type { AccountFiles, Erasable, EraseMarker } from './erase-ports.ts';
export type { PolicySource } from './policy-ports.ts';
