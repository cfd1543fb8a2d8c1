/** The doors of the folder that holds the downloads: where it is, what drive it is on, how its lectures move to another one. */
import type { LocalAccountId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';
import type { TransferProgress } from './ports.ts';

/** A folder that the person chose. */
export interface FolderPlace {
  /** Absolute. */
  readonly path: string;
  /** The root of the volume it was on when it was chosen or found again. */
  readonly volume: string;
  /** 128 random bits, in hexadecimal; a file of this name in the folder says that it is this one. */
  readonly id: string;
  /** The last part of the path. */
  readonly name: string;
  /** The volume's name when it can be taken away or is another one than the home folder's. */
  readonly driveName: string | null;
}

/**
 * A move as `computer.db` remembers it. `copying`: on the way to `other`; `undoing`: called off, what came to `other` goes back; `deleting`:
 * everything is in the new folder, `other` is the old one. `other` null: the usual folder.
 */
export interface KeptMove {
  readonly phase: 'copying' | 'undoing' | 'deleting';
  readonly other: FolderPlace | null;
}

/** What is remembered of the folder; `place` null: the usual one. */
export interface KeptFolder {
  readonly place: FolderPlace | null;
  readonly move: KeptMove | null;
}

/** Keeps it in `computer.db`; each call one transaction. */
export interface FolderStore {
  read(): Promise<Result<KeptFolder>>;
  write(kept: KeptFolder): Promise<Result<null>>;
}

/** A folder with the file that has to be in it before anything is written there; null for the usual one, which is made when missing. */
export interface MarkedFolder {
  readonly folder: string;
  /** Absolute. */
  readonly marker: string | null;
}

/** The folders in use: downloads are written to `current`; while lectures move they may lie in `other` too. */
export interface FoldersInUse {
  readonly current: MarkedFolder;
  readonly other: MarkedFolder | null;
}

/** Whether a folder can be used now; with another drive in its place it is `away`. */
export type FolderState = 'there' | 'away' | 'read-only';

/** Looks at folders and drives. */
export interface FolderDisk {
  /** `place` null: the usual folder. */
  marked(place: FolderPlace | null): MarkedFolder;
  /** `touch`: asks the drive itself, which may wake it, and not only the system, which for a while remembers a drive that was pulled out. */
  state(folder: MarkedFolder, touch?: 'touch'): Promise<FolderState>;
  /** Where the folder is now, when its drive was mounted under another name; null when it is nowhere. */
  follow(place: FolderPlace): Promise<FolderPlace | null>;
  /** Null when nobody can tell. */
  freeBytes(folder: MarkedFolder): Promise<number | null>;
  isSameDisk(one: MarkedFolder, other: MarkedFolder): Promise<boolean>;
  /**
   * What the person picked, as a place with a new id, or null when it is the usual folder. `folder-unfit` (no folder, or one of the app's own),
   * `folder-read-only` (found by writing), `disk-full`, `disk-failed`.
   */
  judge(path: string, current: FolderPlace | null): Promise<Result<FolderPlace | null>>;
  /** Puts the marker there. */
  claim(place: FolderPlace | null): Promise<Result<null>>;
  /** Takes the marker away, and the app's own folder in it if it is empty. */
  release(place: FolderPlace | null): Promise<void>;
}

/** Lectures of these accounts on their way from one folder to another. */
export interface FolderMoveOrder {
  readonly from: MarkedFolder;
  readonly to: MarkedFolder;
  readonly accountIds: readonly LocalAccountId[];
}

/**
 * Moves lectures, in the transfer worker. Every call may be repeated after any interruption and does only what is left. Fails with `drive-away`,
 * `disk-full`, `folder-read-only`, `folder-unfit` (a link where a folder should be), `disk-failed`, `cancelled`, `unexpected`.
 */
export interface FolderMover {
  /** Bytes of all lectures in both folders, each counted once. */
  size(order: FolderMoveOrder): Promise<Result<number>>;
  /** Brings everything over: renamed on the same disk, else copied, read back and compared. Nothing is deleted. */
  copy(order: FolderMoveOrder, onProgress: TransferProgress, signal: AbortSignal): Promise<Result<null>>;
  /** Takes back what `copy` did: afterwards everything is in `from` alone. */
  undo(order: FolderMoveOrder, signal: AbortSignal): Promise<Result<null>>;
  /** Deletes what is left in `from` after a whole copy. */
  clear(order: FolderMoveOrder, signal: AbortSignal): Promise<Result<null>>;
}

/** Asks the person for a folder; null when they thought better of it. */
export type PickFolder = () => Promise<string | null>;
