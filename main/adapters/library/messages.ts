import type { PopularList } from '../../../contract/api/popular.ts';
import type { KeySet } from '../../../contract/api/licences.ts';
import type { BrowsePlace, ListThing } from '../../../contract/domain/browse.ts';
import type { AssetReference, Course, Quality } from '../../../contract/domain/course.ts';
import type { HistoryPage, HistoryRemoval } from '../../../contract/domain/history.ts';
import type { AssetId, CourseId, DeviceId, LectureId, LocalAccountId, NoteId } from '../../../contract/domain/ids.ts';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import type { LectureNotes, Note } from '../../../contract/domain/note.ts';
import type { OwnRating, RatingSubject, Stars } from '../../../contract/domain/rating.ts';
import type { SearchFilter } from '../../../contract/domain/search.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { Span } from '../../../contract/domain/span.ts';
import type { StudyStatistics } from '../../../contract/domain/statistics.ts';
import type { LectureProgress } from '../../../contract/domain/views.ts';
import type { Result } from '../../../contract/result.ts';
import type { CourseBrief, LecturerBrief, ListedThing, NextLecture } from '../../browse-ports.ts';
import type { KeptFolder } from '../../folder-ports.ts';
import type { HistoryQuery, PurgedHistory, WatchedMoment } from '../../history-ports.ts';
import type {
  BinRow,
  BinRowWithTitles,
  BinStamp,
  CatalogueMedia,
  ComputerChoice,
  CourseHead,
  CourseUsageRow,
  DownloadRow,
  DownloadRowWithTitles,
  IssuedLicence,
  KeptLicence,
  KeptLicences,
  KeepReadyCourse,
  KnownAccount,
  LectureInCourse,
  NewNote,
  NoteRow,
  ProgressSummary,
  RatingChange,
  RecentLecture,
  StoredContent,
  WatchedLecture,
} from '../../ports.ts';
import type { Purged } from '../../retention-ports.ts';
import type { RightsCalls } from './messages-rights.ts';
import type { Found } from '../../search-ports.ts';
import type { CookieCalls } from './messages-cookies.ts';
import type { RecommendationQuery, RecommendedHead } from '../../recommendation-ports.ts';
import type { DataAccountCalls, DataComputerCalls } from './messages-data.ts';
import type { DayRange, StatisticsPiece } from '../../statistics-ports.ts';
import type { EraseCalls } from './messages-erase.ts';
import type { ExportAccountCalls, ExportComputerCalls } from './messages-export.ts';
import type { AppliedPart, IncomingPart, OutgoingEvent, SyncFacts } from '../../sync-ports.ts';
import type { HandMark, WatchedSpans } from '../../study-ports.ts';
import type { UsageCalls } from './messages-usage.ts';
import type { ConsentAccountCalls, ConsentComputerCalls } from './messages-consent.ts';
import type { ComputerNetworkCalls, NetworkCalls } from './messages-network.ts';

/** Calls that open and close files. */
export interface LifeCalls {
  'library.open': { in: { readonly accountId: LocalAccountId; readonly libraryKey: Uint8Array }; out: null };
  'library.close': { in: null; out: null };
  /** Closes every file; the worker is of no use afterwards. */
  stop: { in: null; out: null };
}

/** Calls on the open account's library; `signed-out` when there is none. */
export interface AccountCalls
  extends
    UsageCalls,
    DataAccountCalls,
    EraseCalls,
    ConsentAccountCalls,
    ExportAccountCalls,
    RightsCalls,
    NetworkCalls,
    CookieCalls {
  'catalogue.known': { in: null; out: { readonly cursor: string | null; readonly etag: string | null } };
  /** Reads and checks a page, which then waits to be applied. */
  'catalogue.stage': {
    in: { readonly page: Uint8Array; readonly etag: string | null };
    out: { readonly hasMore: boolean };
  };
  /** Applies some of the page that waits. */
  'catalogue.apply-some': { in: null; out: { readonly changed: boolean; readonly isLeft: boolean } };
  'catalogue.heads': { in: null; out: readonly CourseHead[] };
  'catalogue.course': { in: CourseId; out: { readonly head: CourseHead; readonly course: Course } | null };
  'catalogue.lecture': { in: LectureId; out: LectureInCourse | null };
  'catalogue.asset': { in: AssetId; out: AssetReference | null };
  'catalogue.media': {
    in: { readonly after: CatalogueMedia | null; readonly limit: number };
    out: readonly CatalogueMedia[];
  };
  'progress.of-lecture': { in: LectureId; out: LectureProgress | null };
  'progress.of-course': { in: CourseId; out: ReadonlyMap<LectureId, LectureProgress> };
  'progress.save': { in: { readonly lectureId: LectureId; readonly progress: LectureProgress }; out: null };
  'progress.summary': { in: null; out: ProgressSummary };
  'progress.recent': { in: number; out: readonly RecentLecture[] };
  'downloads.list': { in: null; out: readonly DownloadRowWithTitles[] };
  'downloads.get': { in: LectureId; out: DownloadRow | null };
  'downloads.complete-of-asset': { in: AssetId; out: DownloadRow | null };
  'downloads.put': { in: DownloadRow; out: null };
  'downloads.adopt': { in: readonly DownloadRow[]; out: null };
  'downloads.remove': { in: LectureId; out: null };
  'bin.list': { in: null; out: readonly BinRowWithTitles[] };
  'bin.get': { in: LectureId; out: BinRow | null };
  'bin.put': { in: { readonly lectureId: LectureId; readonly removedAtMs: number }; out: null };
  'bin.restore': { in: DownloadRow; out: null };
  'bin.stamp': { in: readonly BinStamp[]; out: null };
  'bin.remove': { in: LectureId; out: null };
  'space.usage-by-course': { in: null; out: readonly CourseUsageRow[] };
  'space.watched': { in: CourseId | null; out: readonly WatchedLecture[] };
  'licences.read': { in: null; out: KeptLicences };
  'licences.get': { in: LectureId; out: KeptLicence | null };
  'licences.put': { in: IssuedLicence; out: boolean };
  'licences.put-keys': { in: KeySet; out: null };
  'licences.note-moment': { in: number; out: null };
  'licences.end-grace': { in: LectureId; out: null };
  'downloads.reorder': { in: readonly LectureId[]; out: null };
  'downloads.quality-of-course': { in: CourseId; out: Quality | null };
  'downloads.keep-quality': { in: { readonly courseId: CourseId; readonly quality: Quality }; out: null };
  'keep-ready.courses': { in: null; out: readonly KeepReadyCourse[] };
  'keep-ready.count-of-course': { in: CourseId; out: number };
  'keep-ready.keep-count': { in: { readonly courseId: CourseId; readonly count: number }; out: null };
  'study.add-watched': { in: { readonly lectureId: LectureId; readonly spans: readonly Span[] }; out: WatchedSpans };
  'study.mark': { in: HandMark; out: readonly Span[] };
  'study.rate-of-course': { in: CourseId; out: number | null };
  'study.keep-rate': { in: { readonly courseId: CourseId; readonly rate: number | null }; out: null };
  'study.silences-of-asset': { in: AssetId; out: readonly Span[] | 'unreadable' | null };
  'study.keep-silences': {
    in: { readonly assetId: AssetId; readonly silences: readonly Span[] | 'unreadable' };
    out: null;
  };
  'study.next-without-silences': {
    in: readonly AssetId[];
    out: { readonly lectureId: LectureId; readonly assetId: AssetId } | null;
  };
  'notes.of-lecture': { in: LectureId; out: readonly Note[] };
  'notes.of-course': { in: CourseId; out: readonly LectureNotes[] };
  'notes.put': { in: NewNote; out: NoteRow | null };
  'notes.remove': { in: NoteId; out: NoteRow | null };
  'search.find': {
    in: { readonly text: string; readonly limit: number; readonly filter?: SearchFilter };
    out: Found;
  };
  'search.languages': { in: null; out: readonly string[] };
  'search.history': { in: null; out: readonly string[] };
  'search.remember': { in: { readonly text: string; readonly nowMs: number }; out: null };
  'search.forget': { in: string | null; out: null };
  'search.purge': { in: number | null; out: Purged };
  'history.record': { in: WatchedMoment; out: boolean };
  'history.list': { in: HistoryQuery; out: HistoryPage };
  'history.count': { in: null; out: number };
  'history.remove': {
    in: { readonly removal: HistoryRemoval; readonly removalId: number; readonly nowMs: number };
    out: number;
  };
  'history.restore': { in: number; out: number };
  'history.forget': { in: number; out: null };
  'history.purge': { in: { readonly today: LocalDay; readonly keepDays: number | null }; out: PurgedHistory };
  'statistics.read': { in: DayRange; out: StudyStatistics };
  'statistics.csv': { in: DayRange; out: StatisticsPiece };
  'recommendations.read': { in: RecommendationQuery; out: readonly RecommendedHead[] | null };
  'recommendations.dismiss': { in: { readonly courseId: CourseId; readonly nowMs: number }; out: null };
  'recommendations.restore': { in: CourseId; out: null };
  'recommendations.reset': { in: number; out: null };
  'recommendations.forget': { in: null; out: null };
  'browse.courses': {
    in: { readonly after: BrowsePlace | null; readonly limit: number };
    out: readonly CourseBrief[];
  };
  'browse.visit-home': { in: number; out: readonly CourseId[] };
  'browse.next-up': { in: number; out: readonly NextLecture[] };
  'browse.lecturer': { in: string; out: LecturerBrief | null };
  'my-list.read': { in: null; out: readonly ListedThing[] };
  'my-list.add': { in: { readonly thing: ListThing; readonly addedAtMs: number }; out: boolean };
  'my-list.remove': { in: ListThing; out: number | null };
  'ratings.of': { in: RatingSubject; out: OwnRating };
  'ratings.change': { in: RatingChange; out: Stars | null };
  'ratings.unsent': { in: null; out: readonly RatingChange[] };
  'ratings.sent': { in: RatingChange; out: null };
  'ratings.take-all': { in: readonly RatingChange[]; out: boolean };
  'popularity.etag': { in: null; out: string | null };
  'popularity.replace': { in: { readonly list: PopularList; readonly etag: string | null }; out: boolean };
  'sync.begin': { in: DeviceId; out: SyncFacts };
  'sync.facts': { in: null; out: SyncFacts };
  'sync.turn': { in: { readonly on: boolean; readonly deleteCopy: boolean }; out: SyncFacts };
  'sync.fill': { in: null; out: boolean };
  'sync.outgoing': { in: number; out: readonly OutgoingEvent[] };
  'sync.sent': { in: { readonly taken: readonly number[]; readonly refused: readonly number[] }; out: null };
  'sync.apply': { in: IncomingPart; out: AppliedPart };
  'sync.copy-gone': { in: null; out: null };
  'sync.copy-deleted': { in: null; out: null };
  'sync.done': { in: number; out: null };
  'content.get': { in: AssetId; out: StoredContent | null };
  'content.put': { in: { readonly assetId: AssetId; readonly content: StoredContent }; out: null };
  'content.remove': { in: readonly AssetId[]; out: null };
}

/** An account and what changes of it. */
export interface AccountChange {
  readonly id: LocalAccountId;
  readonly change: Partial<Omit<KnownAccount, 'id' | 'number'>>;
}

/** Calls on what belongs to the computer and to no account. */
export interface ComputerCalls
  extends DataComputerCalls, ConsentComputerCalls, ExportComputerCalls, ComputerNetworkCalls {
  'computer.read-settings': { in: null; out: Settings };
  'computer.write-settings': { in: Settings; out: null };
  'computer.read-choice': { in: null; out: ComputerChoice };
  'computer.write-choice': { in: ComputerChoice; out: null };
  'computer.read-folder': { in: null; out: KeptFolder };
  'computer.write-folder': { in: KeptFolder; out: null };
  'computer.device-id': { in: null; out: DeviceId };
  'computer.accounts': { in: null; out: readonly KnownAccount[] };
  'computer.put-account': { in: AccountChange; out: KnownAccount };
  'computer.forget-account': { in: LocalAccountId; out: null };
}

/** Everything the library worker can be asked: name to what goes in and what comes out. */
export interface LibraryCalls extends LifeCalls, AccountCalls, ComputerCalls {}
export type CallName = keyof LibraryCalls;

/** One function per call of a map, given what it works on first; a missing or wrong one does not compile. */
export type Handlers<Calls extends object, Store> = {
  readonly [Name in keyof Calls]: Calls[Name] extends { in: infer In; out: infer Out }
    ? (store: Store, input: In) => Out
    : never;
};

/** One call on its way to the worker. */
export interface CallRequest {
  readonly id: number;
  readonly name: CallName;
  readonly input: unknown;
}

/** What the worker says: an answer, or something for the log (fixed words and class names only). */
export type WorkerMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'notice'; readonly event: string }
  | { readonly kind: 'defect'; readonly event: string; readonly errorName: string };
