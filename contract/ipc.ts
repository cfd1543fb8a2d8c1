/**
 * The whole surface between the renderer and main on one page: what can be asked, and what main tells by itself.
 * Schemas that check each request at run time are in `ipc-schemas.ts`; a request without one does not compile.
 */
import type { AccountState, SignedInComputer, SignOutPreview, SignOutReport } from './domain/account.ts';
import type { Quality } from './domain/course.ts';
import type { DownloadItem } from './domain/download.ts';
import type { CourseId, LectureId, SessionId } from './domain/ids.ts';
import type { Settings } from './domain/settings.ts';
import type { AppAbout, CourseDetail, HomeView, PlaybackPlan, StorageView } from './domain/views.ts';
import type { AppError, Result } from './result.ts';

/** Request name → what goes in and what comes out (as `Result`). `null` stands for nothing. */
export interface Requests {
  'app.about': { in: null; out: AppAbout };
  'settings.read': { in: null; out: Settings };
  'settings.update': { in: Partial<Settings>; out: Settings };
  'account.read': { in: null; out: AccountState };
  'account.signIn': { in: { email: string; password: string; remember: boolean }; out: AccountState };
  'account.signOutPreview': { in: null; out: SignOutPreview };
  /** Signs out; with `erase`, everything of the account on this computer goes, else it stays locked. */
  'account.signOut': { in: { erase: boolean }; out: SignOutReport };
  /** Opens once more what was `blocked`. */
  'account.retry': { in: null; out: AccountState };
  /** Signs out and moves the account's files on this computer aside (nothing is deleted); the next sign-in starts afresh. */
  'account.setAside': { in: null; out: AccountState };
  /** The computers signed in to the account, this one first, then the one seen last. Needs the service. */
  'devices.list': { in: null; out: readonly SignedInComputer[] };
  'devices.rename': { in: { id: SessionId; name: string }; out: null };
  /** Signs another computer out; it erases everything of the account at its next contact with the service. */
  'devices.signOut': { in: { id: SessionId }; out: null };
  'devices.signOutOthers': { in: null; out: null };
  'catalogue.home': { in: null; out: HomeView };
  'catalogue.course': { in: { courseId: CourseId }; out: CourseDetail };
  'catalogue.refresh': { in: null; out: { changed: boolean } };
  'downloads.list': { in: null; out: readonly DownloadItem[] };
  'downloads.start': { in: { lectureIds: readonly LectureId[]; quality: Quality }; out: null };
  'downloads.pause': { in: { lectureId: LectureId }; out: null };
  'downloads.resume': { in: { lectureId: LectureId }; out: null };
  'downloads.remove': { in: { lectureId: LectureId }; out: null };
  'playback.open': { in: { lectureId: LectureId }; out: PlaybackPlan };
  'playback.savePosition': { in: { lectureId: LectureId; positionMs: number; completed: boolean }; out: null };
  'storage.read': { in: null; out: StorageView };
}

/** Event name → what it carries. */
export interface Events {
  'settings.changed': Settings;
  'account.changed': AccountState;
  'catalogue.changed': null;
  /** Bytes of a lecture could not be given: Chromium only stalls then, so main says it. */
  'playback.fault': { readonly mediaUrl: string; readonly error: AppError };
  /** At most four a second. */
  'downloads.changed': readonly DownloadItem[];
}

export type RequestName = keyof Requests;
export type EventName = keyof Events;

/** What the preload script puts on `window.bridge`. */
export interface Bridge {
  /** Asks main; never rejects for an expected failure: that is a `Result`. */
  request<N extends RequestName>(name: N, input: Requests[N]['in']): Promise<Result<Requests[N]['out']>>;
  /** Listens to an event; returns the function that stops listening. */
  on<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void;
}

/** The request names at run time; one missing or too many does not compile. */
export const requestNames = {
  'app.about': true,
  'settings.read': true,
  'settings.update': true,
  'account.read': true,
  'account.signIn': true,
  'account.signOutPreview': true,
  'account.signOut': true,
  'account.retry': true,
  'account.setAside': true,
  'devices.list': true,
  'devices.rename': true,
  'devices.signOut': true,
  'devices.signOutOthers': true,
  'catalogue.home': true,
  'catalogue.course': true,
  'catalogue.refresh': true,
  'downloads.list': true,
  'downloads.start': true,
  'downloads.pause': true,
  'downloads.resume': true,
  'downloads.remove': true,
  'playback.open': true,
  'playback.savePosition': true,
  'storage.read': true,
} as const satisfies Record<RequestName, true>;

/** The event names at run time. */
export const eventNames = {
  'settings.changed': true,
  'account.changed': true,
  'catalogue.changed': true,
  'downloads.changed': true,
  'playback.fault': true,
} as const satisfies Record<EventName, true>;
