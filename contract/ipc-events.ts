import type { AccountState } from './domain/account.ts';
import type { ComputerRules } from './domain/computer.ts';
import type { ConsentView } from './domain/consent.ts';
import type { DownloadBatch, DownloadItem } from './domain/download.ts';
import type { EraseProgress, EraseReceipt } from './domain/erase-plan.ts';
import type { ExportProgress } from './domain/export.ts';
import type { DownloadFolderView } from './domain/folder.ts';
import type { PrivateSession } from './domain/history.ts';
import type { LectureId } from './domain/ids.ts';
import type { Settings } from './domain/settings.ts';
import type { WindowFacts } from './domain/stage.ts';
import type { AppError } from './result.ts';

/** What main tells by itself: event name → what it carries. */
export interface Events {
  'settings.changed': Settings;
  'account.changed': AccountState;
  'computer.changed': ComputerRules;
  /** The warning before signing out for want of use: when it happens (milliseconds since 1970, UTC), or null when it is off. */
  'computer.idle': { readonly signsOutAtMs: number | null };
  'catalogue.changed': null;
  'list.changed': null;
  /** The silences of a lecture were found, or cannot be. */
  'study.silenceReady': { readonly lectureId: LectureId };
  /** Bytes of a lecture could not be given: Chromium only stalls then, so main says it. */
  'playback.fault': { readonly mediaUrl: string; readonly error: AppError };
  /** At most four a second. */
  'downloads.changed': readonly DownloadItem[];
  'bin.changed': null;
  /** Lectures watched to the end went to the bin by themselves, as the person had chosen; the title when it was one. */
  'space.removed': { readonly lectureIds: readonly LectureId[]; readonly lectureTitle: string | null };
  /** While lectures are moved at most four times a second. */
  'folder.changed': DownloadFolderView;
  /** Nothing is on its way any more. */
  'downloads.ended': DownloadBatch;
  /** How far the check or the repair of a lecture is, from 0 to 1; at most four a second. */
  'downloads.checking': { readonly lectureId: LectureId; readonly share: number };
  'notes.changed': null;
  'history.changed': null;
  'session.changed': PrivateSession;
  'sync.changed': null;
  'ratings.changed': null;
  /** What was stopped or asked for, or how a request stands. */
  'rights.changed': null;
  /** Requests were written down, or the list was cleared; at most twice a second. */
  'network.changed': null;
  /** How far an export is that takes pictures. */
  'notes.exporting': { readonly doneCount: number; readonly totalCount: number };
  /** A link from outside has come: `links.take`. */
  'links.waiting': null;
  /** How far an erasing is that was asked for. */
  'erase.progress': EraseProgress;
  /** There is a receipt, or it was put away. */
  'erase.receipt-changed': EraseReceipt | null;
  'window.changed': WindowFacts;
  'consent.changed': ConsentView;
  /** How far an export or an import is; at most four a second. */
  'export.progress': ExportProgress;
}
