import type { AssetLocation } from '../../../contract/api/assets.ts';
import type { Result } from '../../../contract/result.ts';
import type { MediaPaths } from '../files/media-paths.ts';

/** A job as the worker gets it: `TransferJob` with its paths worked out. */
export interface WorkerJob {
  readonly paths: MediaPaths;
  readonly assetId: string;
  /** The worker's own copy; wiped when the job ends. */
  readonly mediaKey: Uint8Array;
  readonly location: AssetLocation;
  readonly resume: boolean;
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
}

/** From main to the worker. */
export type ToWorker =
  | { readonly type: 'run'; readonly jobId: number; readonly job: WorkerJob }
  | { readonly type: 'cancel'; readonly jobId: number };

/** From the worker to main; `defect` is the class name of an error that no code foresaw. */
export type FromWorker =
  | {
      readonly type: 'progress';
      readonly jobId: number;
      readonly receivedBytes: number;
      readonly phase: 'downloading' | 'verifying';
    }
  | { readonly type: 'ended'; readonly jobId: number; readonly result: Result<null>; readonly defect: string | null };
