/** The encrypted asset, `.lrm`: see `docs/file-format.md`. */
export { lrmFileName } from './derive.ts';
export { defaultSegmentSizeBytes } from './format.ts';
export type { LrmInfo } from './header-seal.ts';
export { freeAtOnce } from './free-at-once.ts';
export { createLrmFile, openLrmWriter, type CreateLrmOptions, type OpenLrmWriterOptions } from './lrm-file.ts';
export { openLrmReader, type LrmReader, type OpenLrmReaderOptions } from './lrm-reader.ts';
export type { LrmWriter } from './lrm-writer.ts';
export type { LrmFailure, LrmFault, LrmOutcome } from './outcome.ts';
export type { OpenFile, RandomAccessFile } from './random-access-file.ts';
export type { LrmScan, ScanOptions, ScanProgress } from './scan.ts';
export {
  plainRangeOfRun,
  segmentLayout,
  segmentPlace,
  type SegmentLayout,
  type SegmentPlace,
  type SegmentRun,
} from './segment-layout.ts';
export { syncFolder } from './sync-folder.ts';
