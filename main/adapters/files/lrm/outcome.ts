/**
 * Everything that can go wrong with an `.lrm` file.
 *
 * - `not-lrm`: the file begins with something else.
 * - `newer-version`: written by a later version of this program.
 * - `wrong-key`: a whole header, made with another media key.
 * - `damaged-header`: the header is not what was written; nothing in the file can be read.
 * - `damaged-segment`: this segment is not what was written, or was never written.
 * - `truncated`: the file ends too early.
 * - `too-long`: something follows the last segment.
 * - `different-content`: other plaintext for a segment that is already there; nothing was written.
 * - `unsupported-size`, `unsupported-media-id`: cannot be expressed in this format.
 * - `missing-file`, `already-exists`, `no-access`, `no-space`, `io-error`: what the operating system said.
 * - `sync-failed`: the disk did not confirm; what was written since the last `sync` is lost, and was struck out of the file.
 * - `sync-doubtful`: the disk did not confirm, and what was written since could not be struck out either: the file is not to be believed.
 * - `closed`: used after `close`, or after a failed `sync`.
 * - `cancelled`: the caller's signal.
 */
export type LrmFault =
  | 'not-lrm'
  | 'newer-version'
  | 'wrong-key'
  | 'damaged-header'
  | 'damaged-segment'
  | 'truncated'
  | 'too-long'
  | 'different-content'
  | 'unsupported-size'
  | 'unsupported-media-id'
  | 'missing-file'
  | 'already-exists'
  | 'no-access'
  | 'no-space'
  | 'io-error'
  | 'sync-failed'
  | 'sync-doubtful'
  | 'closed'
  | 'cancelled';

/** What went wrong, in which segment, and the system's code (`ENOSPC`, …); never a path, an id or a key. */
export interface LrmFailure {
  readonly ok: false;
  readonly fault: LrmFault;
  readonly segment?: number;
  readonly errno?: string;
}

/** A value or a failure; bugs of the caller (a wrong length, a segment that does not exist) throw instead. */
export type LrmOutcome<T> = { readonly ok: true; readonly value: T } | LrmFailure;

/** Wraps a value. */
export function succeed<T>(value: T): LrmOutcome<T> {
  return { ok: true, value };
}

/** Makes a failure. */
export function fail(fault: LrmFault, details: { segment?: number; errno?: string } = {}): LrmFailure {
  return { ok: false, fault, ...details };
}

/** Turns an error of the operating system into a failure without its path; anything else is a bug and is thrown on. */
export function failFromSystem(error: unknown, segment?: number): LrmFailure {
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  return fail(faultOf(errno), segment === undefined ? { errno } : { errno, segment });
}

/** The system's code of an error (`EIO`), or undefined when it is no error of the system. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function faultOf(errno: string): LrmFault {
  switch (errno) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing-file';
    case 'EEXIST':
      return 'already-exists';
    case 'EISDIR':
      return 'not-lrm';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no-access';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no-space';
    case 'EBADF':
      return 'closed';
    default:
      return 'io-error';
  }
}
