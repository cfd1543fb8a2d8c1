import type { AppErrorCode } from '../result.ts';

/** How far the lectures are on their way to another folder; until the end they play from where they were. */
export interface FolderMove {
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** `copying` also reads back what was written; `deleting` is the old folder, once everything is in the new one. */
  readonly phase: 'copying' | 'deleting';
  /** Why it does not go on; it tries again by itself. Null while it goes on. */
  readonly waitsFor: AppErrorCode | null;
}

/** Where the downloads are, in words that name no path. */
export interface DownloadFolderView {
  /** The app's own folder. */
  readonly isUsual: boolean;
  /** The folder's own name; null for the usual one. */
  readonly name: string | null;
  /** The name of the drive it is on, when that can be taken away; null otherwise. */
  readonly driveName: string | null;
  readonly state: 'there' | 'away' | 'read-only';
  /** Null when it is away. */
  readonly freeBytes: number | null;
  readonly move: FolderMove | null;
}

/** A folder that the person picked and has not agreed to yet. */
export interface FolderCandidate {
  readonly isUsual: boolean;
  readonly name: string | null;
  readonly driveName: string | null;
  readonly freeBytes: number;
  /** What would be moved there, of all accounts on this computer. */
  readonly moveBytes: number;
  readonly fits: boolean;
}
