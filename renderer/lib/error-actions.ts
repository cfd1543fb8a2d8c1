import type { AppErrorCode } from '../../contract/result.ts';

/** What a person can do about an error from where they see it. */
export type ErrorAction =
  'retry' | 'renew' | 'sign-in' | 'download' | 'download-again' | 'repair' | 'other-quality' | 'courses' | 'none';

/** The one sensible next step for each error. */
export const errorActions = {
  'wrong-credentials': 'none',
  'too-many-attempts': 'none',
  'offline-refused': 'none',
  'wrong-password': 'none',
  'password-changed': 'none',
  'email-taken': 'none',
  'guardian-required': 'none',
  'terms-outdated': 'none',
  'session-ended': 'sign-in',
  'erase-requested': 'sign-in',
  'account-erased': 'sign-in',
  'minor-eliminated': 'sign-in',
  'erase-unanswered': 'none',
  'signed-out': 'sign-in',
  'service-unreachable': 'retry',
  'service-failed': 'retry',
  'service-nonsense': 'retry',
  'not-allowed': 'courses',
  restricted: 'none',
  'not-sent': 'none',
  'not-found': 'courses',
  'region-unavailable': 'courses',
  'changed-at-service': 'download-again',
  'digest-mismatch': 'download-again',
  'asset-damaged': 'repair',
  'asset-missing': 'download-again',
  'codec-unsupported': 'other-quality',
  'not-downloaded': 'download',
  'licence-missing': 'renew',
  'licence-expired': 'renew',
  'clock-wrong': 'retry',
  'disk-full': 'retry',
  'folder-read-only': 'retry',
  'disk-failed': 'retry',
  'drive-away': 'retry',
  'folder-unfit': 'none',
  'library-newer': 'retry',
  'library-damaged': 'retry',
  'library-key-wrong': 'sign-in',
  'keyring-damaged': 'retry',
  'keyring-locked': 'sign-in',
  'keychain-unavailable': 'none',
  'export-unreadable': 'none',
  'export-of-another': 'none',
  'passphrase-wrong': 'none',
  'bad-request': 'retry',
  cancelled: 'none',
  unexpected: 'retry',
} as const satisfies Record<AppErrorCode, ErrorAction>;

const closing: readonly AppErrorCode[] = ['library-newer', 'library-damaged', 'library-key-wrong', 'keyring-damaged'];

const damaged: readonly AppErrorCode[] = ['library-damaged', 'library-key-wrong', 'keyring-damaged', 'keyring-locked'];

/** Whether setting the account's files on this computer aside and beginning anew is a way on. */
export function canStartAfresh(code: AppErrorCode): boolean {
  return damaged.includes(code);
}

/** Whether with this error nothing of the account can be shown, so that it takes the whole window. */
export function closesLibrary(code: AppErrorCode): boolean {
  return closing.includes(code);
}
