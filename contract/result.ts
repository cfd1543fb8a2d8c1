/** Every way a request can fail, closed: each code has a sentence and a next step in `renderer/locales`. */
export const appErrorCodes = [
  'wrong-credentials',
  'too-many-attempts',
  'offline-refused',
  'wrong-password',
  'password-changed',
  'email-taken',
  'guardian-required',
  'terms-outdated',
  'session-ended',
  'erase-requested',
  'account-erased',
  'minor-eliminated',
  'erase-unanswered',
  'signed-out',
  'service-unreachable',
  'service-failed',
  'service-nonsense',
  'not-allowed',
  'restricted',
  'not-sent',
  'region-unavailable',
  'not-found',
  'changed-at-service',
  'digest-mismatch',
  'asset-damaged',
  'asset-missing',
  'codec-unsupported',
  'not-downloaded',
  'licence-missing',
  'licence-expired',
  'clock-wrong',
  'disk-full',
  'folder-read-only',
  'disk-failed',
  'drive-away',
  'folder-unfit',
  'library-newer',
  'library-damaged',
  'library-key-wrong',
  'keyring-damaged',
  'keyring-locked',
  'keychain-unavailable',
  'export-unreadable',
  'export-of-another',
  'passphrase-wrong',
  'bad-request',
  'cancelled',
  'unexpected',
] as const;

/** One code of the closed list. */
export type AppErrorCode = (typeof appErrorCodes)[number];

/** A failure as data: never holds a token, an e-mail, a title or a path. */
export interface AppError {
  readonly code: AppErrorCode;
  /** Earliest sensible time to try again, in milliseconds from now; only with `too-many-attempts` and `service-failed`. */
  readonly retryAfterMs?: number;
}

/** What crosses every border: a value, or an error as data. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** Wraps a value as success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Success without a value. */
export const done: Result<null> = { ok: true, value: null };

/** Makes a failure of the closed list; `retryAfterMs` in milliseconds from now. */
export function fail(code: AppErrorCode, retryAfterMs?: number): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: retryAfterMs === undefined ? { code } : { code, retryAfterMs } };
}

/** Marks a branch that the types say cannot be reached; throws if it is. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${typeof value}`);
}
