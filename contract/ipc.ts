/**
 * The whole surface between the renderer and main: what can be asked, and, in `ipc-events.ts`, what main tells by itself.
 * Schemas that check each request at run time are in `ipc-schemas.ts`; a request without one does not compile.
 */
import type {
  AccountState,
  ExternalPage,
  NewAccount,
  ProfileColour,
  SignedInComputer,
  SignOutPreview,
  SignOutReport,
  RegionView,
  TermsView,
} from './domain/account.ts';
import type { BrowsePiece, BrowsePlace, LecturerView, ListItem, ListThing, NextItem } from './domain/browse.ts';
import type { ComputerRules, ComputerUse } from './domain/computer.ts';
import type { Quality } from './domain/course.ts';
import type { DownloadItem, QueueMove } from './domain/download.ts';
import type { DownloadFolderView, FolderCandidate } from './domain/folder.ts';
import type {
  HistoryPage,
  HistoryPlace,
  HistoryRemoval,
  HistoryRemoved,
  HistoryState,
  PrivateSession,
} from './domain/history.ts';
import type { LicenceView } from './domain/licence.ts';
import type { CourseId, LectureId, SessionId, NoteId } from './domain/ids.ts';
import type { LocalDay } from './domain/local-day.ts';
import type { LinkTarget } from './domain/link.ts';
import type { RecommendationsView } from './domain/recommendation.ts';
import type { LectureNotes, Note, NotesExport, NotesScope, NotesWords } from './domain/note.ts';
import type { SearchAnswer, SearchFilter } from './domain/search.ts';
import type { OwnRating, RatingSubject, Stars } from './domain/rating.ts';
import type { Settings } from './domain/settings.ts';
import type { Span } from './domain/span.ts';
import type { StatisticsWords, StudyStatistics } from './domain/statistics.ts';
import type { WindowFacts } from './domain/stage.ts';
import type { BinItem, SpacePreview, StorageView } from './domain/space.ts';
import type { SyncView } from './domain/sync.ts';
import type { StudyView } from './domain/study.ts';
import type { AppAbout, CourseDetail, HomeView, PlaybackChoice, PlaybackPlan } from './domain/views.ts';
import type { ConsentRequests } from './ipc-consent.ts';
import type { DataRequests } from './ipc-data.ts';
import type { EraseRequests } from './ipc-erase.ts';
import type { Events } from './ipc-events.ts';
import type { NetworkRequests } from './ipc-network.ts';
import type { RightsRequests } from './ipc-rights.ts';
import type { Result } from './result.ts';

/** Request name → what goes in and what comes out (as `Result`). `null` stands for nothing. */
export interface Requests extends ConsentRequests, NetworkRequests, DataRequests, RightsRequests, EraseRequests {
  'app.about': { in: null; out: AppAbout };
  'settings.read': { in: null; out: Settings };
  'settings.update': { in: Partial<Settings>; out: Settings };
  'account.read': { in: null; out: AccountState };
  'account.signIn': { in: { email: string; password: string; remember: boolean }; out: AccountState };
  /** Creates an account and signs in; under 18 without a guardian `guardian-required`, and nothing was sent or kept. */
  'account.create': { in: NewAccount & { remember: boolean }; out: AccountState };
  /** Picks a profile: a remembered one opens, another waits for its password; null goes back to all of them. */
  'account.chooseProfile': { in: { number: number | null }; out: AccountState };
  /** Opens the chosen profile with its password, with the service or without. */
  'account.unlock': { in: { password: string; remember: boolean }; out: AccountState };
  /** Closes what is open, or could not be opened, and asks for its password again; nothing is signed out or forgotten. */
  'account.lock': { in: null; out: AccountState };
  /** Closes the account without signing out and shows the profiles; a remembered one opens again without its password. */
  'account.switchProfile': { in: null; out: AccountState };
  /** Changes how the open account is shown before it is unlocked. */
  'account.updateProfile': { in: { label?: string | null; colour?: ProfileColour }; out: AccountState };
  'account.setRemembered': { in: { remember: boolean }; out: AccountState };
  /** Erases an account that is locked here, without its password: whoever can use this computer could delete its files. */
  'account.eraseProfile': { in: { number: number }; out: SignOutReport };
  /** `stale`: changed at the service, but without a network this computer still opens with the old one. */
  'account.changePassword': {
    in: { currentPassword: string; newPassword: string };
    out: { offlineSignIn: 'renewed' | 'stale' };
  };
  'account.changeEmail': { in: { email: string; password: string }; out: AccountState };
  'account.terms': { in: null; out: TermsView };
  /** In which country the person says they are, asked of the service. */
  'account.region': { in: null; out: RegionView };
  /** Says it, or with null takes it back; the catalogue is then as it is there. */
  'account.setRegion': { in: { region: string | null }; out: null };
  'account.signOutPreview': { in: null; out: SignOutPreview };
  /** Signs out; with `erase`, everything of the account on this computer goes, else it stays locked. */
  'account.signOut': { in: { erase: boolean }; out: SignOutReport };
  /** Opens once more what was `blocked`. */
  'account.retry': { in: null; out: AccountState };
  /** Signs out and moves the account's files on this computer aside (nothing is deleted); the next sign-in starts afresh. */
  'account.setAside': { in: null; out: AccountState };
  'computer.read': { in: null; out: ComputerRules };
  /** Says whose computer this is; `idleMinutes` only to differ from what goes with it. Refused (`not-allowed`) where the policy file decides. */
  'computer.update': { in: { use?: ComputerUse; idleMinutes?: number | null }; out: ComputerRules };
  /** Somebody uses the computer or watches; at most every few seconds. */
  'computer.active': { in: null; out: null };
  /** The answer to the warning before signing out. */
  'computer.stay': { in: null; out: null };
  /** Opens one of the service's pages in the system browser. */
  'external.open': { in: { page: ExternalPage }; out: null };
  /** Shows a notice of the system when the window is not looked at; the window has the words. */
  'system.notify': { in: { title: string; body: string }; out: null };
  /** The computers signed in to the account, this one first, then the one seen last. Needs the service. */
  'devices.list': { in: null; out: readonly SignedInComputer[] };
  'devices.rename': { in: { id: SessionId; name: string }; out: null };
  /** Signs another computer out; it erases everything of the account at its next contact with the service. */
  'devices.signOut': { in: { id: SessionId }; out: null };
  'devices.signOutOthers': { in: null; out: null };
  'catalogue.home': { in: null; out: HomeView };
  'catalogue.course': { in: { courseId: CourseId }; out: CourseDetail };
  'catalogue.refresh': { in: null; out: { changed: boolean } };
  /** The whole catalogue piece by piece, newest first; null begins it. */
  'catalogue.courses': { in: { after: BrowsePlace | null }; out: BrowsePiece };
  /** Of each course with a watched lecture and none half-watched, what comes next; the course watched last first. */
  'catalogue.nextUp': { in: null; out: readonly NextItem[] };
  'catalogue.lecturer': { in: { lecturerId: string }; out: LecturerView };
  /** The person's own list, newest first; what the catalogue does not know now is left out and not forgotten. */
  'list.read': { in: null; out: readonly ListItem[] };
  /** Puts something on the list; with `addedAtMs` at its old place. What nobody knows is `not-found`. */
  'list.add': { in: { thing: ListThing; addedAtMs: number | null }; out: null };
  /** Answers since when it was there; null: it was not. */
  'list.remove': { in: { thing: ListThing }; out: { addedAtMs: number | null } };
  'downloads.list': { in: null; out: readonly DownloadItem[] };
  'downloads.start': { in: { lectureIds: readonly LectureId[]; quality: Quality }; out: null };
  'downloads.pause': { in: { lectureId: LectureId }; out: null };
  'downloads.resume': { in: { lectureId: LectureId }; out: null };
  /** Puts the download, whole or not, into the bin; a file it was to replace stays and plays. */
  'downloads.remove': { in: { lectureId: LectureId }; out: null };
  /** Moves an unfinished download in the queue. */
  'downloads.move': { in: { lectureId: LectureId; to: QueueMove }; out: null };
  /** Puts an unfinished download in front of another one, or, with null, at the end. */
  'downloads.placeBefore': { in: { lectureId: LectureId; beforeId: LectureId | null }; out: null };
  /** Keeps so many lectures of a course downloaded ahead of where the person is; 0 ends it and removes nothing. */
  'downloads.keepReady': { in: { courseId: CourseId; count: number }; out: null };
  /** Downloads go on over the line there is now, though it costs by the amount; asked again on the next one. */
  'downloads.allowMetered': { in: null; out: null };
  /** Pauses everything, until `downloads.resumeAll`; also what is added meanwhile. */
  'downloads.pauseAll': { in: null; out: null };
  'downloads.resumeAll': { in: null; out: null };
  /** What fetching these would take, without what is here already; `durationMs` at the speed measured last, null when none was. */
  'downloads.estimate': {
    in: { lectureIds: readonly LectureId[]; quality: Quality };
    out: { sizeBytes: number; durationMs: number | null; fits: boolean };
  };
  /** Reads every segment of a downloaded lecture and counts those that do not authenticate. */
  'downloads.verify': { in: { lectureId: LectureId }; out: { segmentCount: number; damagedSegmentCount: number } };
  /** Fetches the damaged segments of a downloaded lecture anew, and nothing else. */
  'downloads.repair': { in: { lectureId: LectureId }; out: { fetchedBytes: number } };
  /** Calls off the check or the repair of a lecture; what asked for it hears `cancelled`. */
  'downloads.stopCheck': { in: { lectureId: LectureId }; out: null };
  /** Renews the licence of a downloaded lecture now; needs the service. */
  'licences.renew': { in: { lectureId: LectureId }; out: LicenceView };
  /** `codec-unsupported` when every quality is excepted. */
  'playback.open': { in: { lectureId: LectureId } & PlaybackChoice; out: PlaybackPlan };
  /** How it would be opened now; nothing is taken or begun by asking. */
  'playback.plan': { in: { lectureId: LectureId } & PlaybackChoice; out: PlaybackPlan };
  /** The window has let go of the lecture: it plays no more. */
  'playback.close': { in: { lectureId: LectureId }; out: null };
  /** Keeps where a person is and what was watched since; `coverage` is the share of all that was ever watched. */
  'playback.savePosition': {
    in: { lectureId: LectureId; positionMs: number; watched: readonly Span[] };
    out: { coverage: number; completed: boolean };
  };
  /**
   * Counts a lecture as watched, adding `watched`, or as not watched, which leaves nothing but `watched`; by hand. Answers what was
   * watched before, so that it can be undone.
   */
  'playback.setCompleted': {
    in: { lectureId: LectureId; completed: boolean; watched: readonly Span[] };
    out: { before: readonly Span[] };
  };
  'study.read': { in: { lectureId: LectureId }; out: StudyView };
  /** Keeps a speed for a course; null: the usual one again. */
  'study.setRate': { in: { courseId: CourseId; rate: number | null }; out: null };
  'storage.read': { in: null; out: StorageView };
  /** What would go: everything watched to the end, of one course or of all (null). */
  'space.preview': { in: { courseId: CourseId | null }; out: SpacePreview };
  /** Puts downloads into the bin, from where they come back for seven days. */
  'space.remove': { in: { lectureIds: readonly LectureId[] }; out: null };
  /** Newest first. */
  'bin.list': { in: null; out: readonly BinItem[] };
  'bin.restore': { in: { lectureIds: readonly LectureId[] }; out: null };
  /** Deletes for good; null: all of it. */
  'bin.empty': { in: { lectureIds: readonly LectureId[] | null }; out: null };
  'folder.read': { in: null; out: DownloadFolderView };
  /** Lets the person pick a folder, or offers the usual one; null when they thought better of it. `folder-unfit`, `folder-read-only`, `disk-full`. */
  'folder.pick': { in: { usual: boolean }; out: FolderCandidate | null };
  /** Begins to move everything to the folder that was picked last. */
  'folder.move': { in: null; out: DownloadFolderView };
  /** Calls the move off: everything stays where it was. Too late once the old folder is being deleted (`not-allowed`). */
  'folder.stopMove': { in: null; out: DownloadFolderView };
  /** By time. */
  'notes.ofLecture': { in: { lectureId: LectureId }; out: readonly Note[] };
  /** In the order of the course; lectures without notes are left out. */
  'notes.ofCourse': { in: { courseId: CourseId }; out: readonly LectureNotes[] };
  /** Keeps a note, new or changed; a lecture that the catalogue does not know is `not-found`. */
  'notes.save': { in: { id: NoteId; lectureId: LectureId; positionMs: number; text: string }; out: Note };
  'notes.remove': { in: { id: NoteId }; out: null };
  /** Brings back what was removed since the account was opened; `not-found` when that is too long ago. */
  'notes.restore': { in: { id: NoteId }; out: null };
  /** Asks where to, and writes Markdown there, unencrypted; null when the person thought better of it, `cancelled` when it was stopped. */
  'notes.export': { in: { scope: NotesScope; pictures: boolean; words: NotesWords }; out: NotesExport | null };
  'notes.stopExport': { in: null; out: null };
  /** Searches everything of the account that is here, or what passes the filter; `limit` is the most of each kind. */
  'search.find': { in: { text: string; limit: number; filter?: SearchFilter }; out: SearchAnswer };
  /** The languages of the courses, to narrow a search to one. */
  'search.languages': { in: null; out: readonly string[] };
  /** What was searched for, newest first; nothing unless the person wants it kept. */
  'search.history': { in: null; out: readonly string[] };
  /** Keeps nothing while `Settings.searchHistory` is false. */
  'search.remember': { in: { text: string }; out: null };
  /** Deletes one search, or with null all of them, for good. */
  'search.forget': { in: { text: string | null }; out: null };
  /** Newest first, behind `before`; with `text`, what has all of its words in a title. */
  'history.list': {
    in: { before: HistoryPlace | null; limit: number; text: string };
    out: HistoryPage;
  };
  /** Deletes from the disk at once. */
  'history.remove': { in: HistoryRemoval; out: HistoryRemoved };
  /** Brings back what was removed within the last minute; `not-found` when that is too long ago. */
  'history.undo': { in: { removalId: number }; out: null };
  'history.state': { in: null; out: HistoryState };
  /** Counts what is in the history, from one local day to another, both included; nothing of it leaves the computer. */
  'statistics.read': { in: { fromDay: LocalDay; toDay: LocalDay }; out: StudyStatistics };
  /**
   * Asks where to, and writes CSV there, unencrypted: a line for each day and course, of these days or (null) of all; null when the person
   * thought better of it.
   */
  'statistics.export': {
    in: { days: { fromDay: LocalDay; toDay: LocalDay } | null; words: StatisticsWords };
    out: { lineCount: number } | null;
  };
  'session.read': { in: null; out: PrivateSession };
  /** Begins or ends a private session; what was kept in memory for it is gone when it ends. */
  'session.private': { in: { on: boolean }; out: PrivateSession };
  'sync.read': { in: null; out: SyncView };
  /** Whether watching is exchanged with the account's other computers; off holds at once, and what was told stays at the service. */
  'sync.set': { in: { on: boolean }; out: SyncView };
  /** Turns it off and deletes the copy at the service, as soon as that can be reached. */
  'sync.deleteCopy': { in: null; out: SyncView };
  'ratings.read': { in: { subject: RatingSubject }; out: OwnRating };
  /** Rates, changes or, with null, withdraws; the service hears of it when it can be reached. Answers the stars before. */
  'ratings.rate': { in: { subject: RatingSubject; stars: Stars | null }; out: { before: Stars | null } };
  /** The link from outside that waits for this account, once. */
  'links.take': { in: null; out: LinkTarget | null };
  /** Courses to watch next, each with its reason; computed on this computer. */
  'recommendations.read': { in: null; out: RecommendationsView };
  /** "Not interested": it is not shown again, and what is like it counts for less. */
  'recommendations.dismiss': { in: { courseId: CourseId }; out: null };
  'recommendations.restore': { in: { courseId: CourseId }; out: null };
  /** Forgets what was dismissed; what was watched until now says nothing any more. */
  'recommendations.reset': { in: null; out: null };
  'window.read': { in: null; out: WindowFacts };
  /** Makes the window small and keeps it above all others, or gives it back its former place and size. */
  'window.mini': { in: { on: boolean }; out: WindowFacts };
  /** Whether a lecture plays, and can be heard: the screen stays awake for it. */
  'stage.playing': { in: { playing: boolean; audible: boolean }; out: null };
  /** The lecture's cover for the system's own media controls, which read no `lecture://`: a `data:` address; null when it is not to be had. */
  'stage.artwork': { in: { lectureId: LectureId }; out: { dataUrl: string | null } };
}

export type RequestName = keyof Requests;
export type EventName = keyof Events;
export type { Events } from './ipc-events.ts';

/** What the preload script puts on `window.bridge`. */
export interface Bridge {
  /** Asks main; never rejects for an expected failure: that is a `Result`. */
  request<N extends RequestName>(name: N, input: Requests[N]['in']): Promise<Result<Requests[N]['out']>>;
  /** Listens to an event; returns the function that stops listening. */
  on<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void;
}
