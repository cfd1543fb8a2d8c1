import type { AppErrorCode } from '../../../../../contract/result.ts';
import { codeOfWriteError } from '../../../files/disk-codes.ts';
import { errnoOf } from '../../../files/lrm/outcome.ts';

/** A reason to stop that is no error of the system's. */
export class MoveStopped extends Error {
  readonly code: AppErrorCode;
  constructor(code: AppErrorCode) {
    super(code);
    this.name = 'MoveStopped';
    this.code = code;
  }
}

/** True for "there is no such file or folder". */
export function isGone(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === 'ENOENT' || errno === 'ENOTDIR';
}

/** True where a file cannot be renamed from one folder to the other, but may well be copied: another disk, or in use on Windows. */
export function mustBeCopied(error: unknown): boolean {
  return ['EXDEV', 'EPERM', 'EACCES', 'EBUSY', 'ENOTSUP'].includes(errnoOf(error) ?? '');
}

/** The code of what stopped a move; bugs are thrown on. */
export function codeOfStop(error: unknown): AppErrorCode {
  return error instanceof MoveStopped ? error.code : codeOfWriteError(error);
}
