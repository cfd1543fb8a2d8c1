import type { AssetLocation } from '../../../contract/api/assets.ts';
import type { Result } from '../../../contract/result.ts';
import type { FolderMoveOrder } from '../../folder-ports.ts';
import type { SendingRules } from '../../gate-ports.ts';
import type { CatalogueMedia, RecognisedFile, SegmentCounts } from '../../ports.ts';
import type { NetworkRecord } from '../../privacy-ports.ts';
import type { MediaPaths } from '../files/media-paths.ts';
import type { RangeRules } from './worker/range-plan.ts';

/** A job as the worker gets it: `TransferJob` with its paths worked out. */
export interface WorkerJob {
  readonly paths: MediaPaths;
  /** A file without which nothing is written: it says that the drive is the right one. Null where none is needed. */
  readonly marker: string | null;
  readonly assetId: string;
  /** The worker's own copy; wiped when the job ends. */
  readonly mediaKey: Uint8Array;
  readonly location: AssetLocation;
  readonly resume: boolean;
}

/** One finished file to look after; the key is the worker's own copy. */
export type WorkerFile = Pick<WorkerJob, 'paths' | 'marker' | 'assetId' | 'mediaKey'>;

/** A folder to look into; the key is the worker's own copy. */
export interface WorkerFolder {
  readonly folder: string;
  readonly mediaKey: Uint8Array;
}

/** What the worker does for files that are on the disk already: name to what goes in and what comes out. */
export interface CareCalls {
  verify: { in: WorkerFile; out: SegmentCounts };
  repair: { in: WorkerFile & Pick<WorkerJob, 'location'>; out: { readonly fetchedBytes: number } };
  strangers: { in: WorkerFolder & { readonly known: readonly string[] }; out: readonly string[] };
  recognise: {
    in: WorkerFolder & { readonly names: readonly string[]; readonly media: readonly CatalogueMedia[] };
    out: readonly RecognisedFile[];
  };
  'weigh-others': { in: WorkerFolder; out: number };
  sweep: { in: WorkerFolder & { readonly names: readonly string[]; readonly nowMs: number }; out: number };
}

/** One of those calls. */
export type CareCall = {
  [Name in keyof CareCalls]: { readonly name: Name; readonly input: CareCalls[Name]['in'] };
}[keyof CareCalls];

/** A step of a move to another folder. */
export interface MoveCall {
  readonly name: 'size' | 'copy' | 'undo' | 'clear';
  readonly order: FolderMoveOrder;
}

/** How the worker works; fixed when it starts. */
export interface WorkerSettings {
  /** A line that brings nothing for this long is cut, in milliseconds. */
  readonly stallTimeoutMs: number;
  /** Plain bytes in a segment of a new file. */
  readonly segmentSizeBytes: number;
  /** Written bytes after which the disk is asked to keep them. */
  readonly syncEveryBytes: number;
  /** Longest time written bytes wait for that, in milliseconds. */
  readonly syncEveryMs: number;
  /** How one file is shared out among connections; the usual numbers where nothing is said. */
  readonly ranges?: Partial<RangeRules>;
}

/** From main to the worker. */
export type ToWorker =
  | { readonly type: 'run'; readonly jobId: number; readonly job: WorkerJob }
  | { readonly type: 'care'; readonly jobId: number; readonly call: CareCall }
  | { readonly type: 'move'; readonly jobId: number; readonly call: MoveCall }
  | { readonly type: 'cancel'; readonly jobId: number }
  /** For all jobs together, from now on; null: none. */
  | { readonly type: 'limit'; readonly bytesPerSecond: number | null }
  /** What may be sent, from now on; before the first of these nothing may. */
  | { readonly type: 'sending'; readonly rules: SendingRules };

/** One request that ended, or was refused before it began. */
export type WorkerRequest = Omit<NetworkRecord, 'purpose' | 'category'>;

/** From the worker to main; `defect` is the class name of an error that no code foresaw. */
export type FromWorker =
  | { readonly type: 'requests'; readonly requests: readonly WorkerRequest[] }
  | {
      readonly type: 'progress';
      readonly jobId: number;
      readonly receivedBytes: number;
      readonly phase: 'downloading' | 'verifying';
    }
  | {
      readonly type: 'ended';
      readonly jobId: number;
      readonly result: Result<unknown>;
      readonly defect: string | null;
    };
