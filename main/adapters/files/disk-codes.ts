import type { AppErrorCode } from '../../../contract/result.ts';
import { failFromSystem, type LrmFailure, type LrmFault } from './lrm/outcome.ts';

/** What a fault means to somebody who wants to read a lecture. */
export function codeOfReadFault(fault: LrmFault): AppErrorCode {
  switch (fault) {
    case 'missing-file':
      return 'asset-missing';
    case 'not-lrm':
    case 'newer-version':
    case 'wrong-key':
    case 'damaged-header':
    case 'damaged-segment':
    case 'truncated':
    case 'too-long':
    case 'different-content':
    case 'unsupported-size':
    case 'unsupported-media-id':
      return 'asset-damaged';
    case 'no-access':
      return 'folder-read-only';
    case 'no-space':
      return 'disk-full';
    case 'already-exists':
    case 'io-error':
    case 'sync-failed':
    case 'sync-doubtful':
    case 'closed':
      return 'disk-failed';
    case 'cancelled':
      return 'cancelled';
  }
}

/** What a fault means to somebody who wants to write a lecture: a missing folder or a damaged new file is the disk's fault. */
export function codeOfWriteFault(fault: LrmFault): AppErrorCode {
  switch (fault) {
    case 'different-content':
      return 'digest-mismatch';
    case 'unsupported-size':
    case 'unsupported-media-id':
      return 'service-nonsense';
    case 'no-access':
    case 'no-space':
    case 'cancelled':
      return codeOfReadFault(fault);
    case 'missing-file':
    case 'not-lrm':
    case 'newer-version':
    case 'wrong-key':
    case 'damaged-header':
    case 'damaged-segment':
    case 'truncated':
    case 'too-long':
    case 'already-exists':
    case 'io-error':
    case 'sync-failed':
    case 'sync-doubtful':
    case 'closed':
      return 'disk-failed';
  }
}

/** What a failed fsync means: a disk may say only then that it has no room for what it took (delayed allocation, quotas, network drives). */
export function codeOfSyncFailure({ errno }: LrmFailure): AppErrorCode {
  return errno === 'ENOSPC' || errno === 'EDQUOT' ? 'disk-full' : 'disk-failed';
}

/** The code for an error that `node:fs` threw while reading; anything that is no system error is a bug and is thrown on. */
export function codeOfReadError(error: unknown): AppErrorCode {
  return codeOfReadFault(failFromSystem(error).fault);
}

/** The code for an error that `node:fs` threw while writing, renaming or deleting; bugs are thrown on. */
export function codeOfWriteError(error: unknown): AppErrorCode {
  return codeOfWriteFault(failFromSystem(error).fault);
}
