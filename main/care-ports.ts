/** The doors for looking after lectures that are on the disk already: checking, repairing, finding again, tidying up. */
import type { AssetLocation } from '../contract/api/assets.ts';
import type { AssetId, LectureId, LocalAccountId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';
import type { TransferProgress } from './ports.ts';

/** Whose folder, and the key of the files in it. */
export interface AccountFolder {
  readonly accountId: LocalAccountId;
  readonly mediaKey: Uint8Array;
}

/** One finished file. */
export interface KeptLecture extends AccountFolder {
  readonly assetId: AssetId;
}

/** How many segments a file has, and how many of them do not authenticate. */
export interface SegmentCounts {
  readonly segmentCount: number;
  readonly damagedSegmentCount: number;
}

/** A lecture's file as the catalogue names it. */
export interface CatalogueMedia {
  readonly lectureId: LectureId;
  readonly assetId: AssetId;
  readonly sizeBytes: number;
}

/**
 * A file of the folder that belongs to a catalogue's asset. `whole`: its header fits the asset, its size fits the header, its first and last segment
 * authenticate; `begun`: unfinished or damaged; `unreadable`: not to be opened now or by this version, so it is left alone.
 */
export interface RecognisedFile {
  readonly assetId: AssetId;
  readonly state: 'whole' | 'begun' | 'unreadable';
  /** The names it has in the folder: finished, unfinished, or both. */
  readonly names: readonly string[];
}

/** Looks after the encrypted lectures, in the transfer worker; nothing of a lecture is read on the main thread. */
export interface LectureCare {
  /** Reads the whole file. `asset-missing`, `asset-damaged` (its header or its length: no segment can be told), `disk-failed`, `cancelled`. */
  verify(file: KeptLecture, onProgress: TransferProgress, signal: AbortSignal): Promise<Result<SegmentCounts>>;
  /**
   * Fetches the damaged segments, and only those, and writes the whole file anew beside the old one, which it replaces at the end. Fails
   * with the codes of `verify` and of `MediaTransfer`; then the old file is as it was. `asset-damaged` also when the service gives no parts.
   */
  repair(
    file: KeptLecture & { readonly location: AssetLocation },
    onProgress: TransferProgress,
    signal: AbortSignal,
  ): Promise<Result<{ readonly fetchedBytes: number }>>;
  /** The names in the folder that are made as ours are and belong to none of these assets; one look at the folder. */
  strangers(folder: AccountFolder, known: readonly AssetId[]): Promise<Result<readonly string[]>>;
  /** Which of these assets the named files belong to; only those are opened. */
  recognise(
    folder: AccountFolder,
    names: readonly string[],
    media: readonly CatalogueMedia[],
  ): Promise<Result<readonly RecognisedFile[]>>;
  /** Bytes that the folders of other accounts take beside this one. */
  weighOthers(folder: AccountFolder): Promise<Result<number>>;
  /** Deletes the named files that are surely ours, temporary ones at once, finished ones when they are a day old; answers how many. */
  sweep(folder: AccountFolder, names: readonly string[], nowMs: number): Promise<Result<number>>;
}
