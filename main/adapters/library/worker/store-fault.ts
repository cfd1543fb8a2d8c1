import Database from 'better-sqlite3';
import type { AppErrorCode } from '../../../../contract/result.ts';

/** A failure of the closed list on its way up to the answer; holds a code and nothing else. */
export class StoreFault extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode) {
    super(code);
    this.name = 'StoreFault';
    this.code = code;
  }
}

const codesOfFileErrors: Readonly<Record<string, AppErrorCode>> = {
  EACCES: 'folder-read-only',
  EPERM: 'folder-read-only',
  EROFS: 'folder-read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** SQLite's primary result codes (sqlite.org/rescode.html) that have a reason outside the program. */
const codesOfSqliteErrors: Readonly<Record<string, AppErrorCode>> = {
  CORRUPT: 'library-damaged',
  NOTADB: 'library-damaged',
  FULL: 'disk-full',
  READONLY: 'folder-read-only',
  PERM: 'folder-read-only',
  IOERR: 'disk-failed',
  CANTOPEN: 'disk-failed',
  BUSY: 'disk-failed',
  PROTOCOL: 'disk-failed',
};

/** The code for an error of SQLite or of the file system; null when it is a defect of ours. */
export function codeOfError(error: unknown): AppErrorCode | null {
  if (error instanceof StoreFault) return error.code;
  if (error instanceof Database.SqliteError) return codesOfSqliteErrors[error.code.split('_')[1] ?? ''] ?? null;
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    return codesOfFileErrors[String(error.code)] ?? 'disk-failed';
  }
  return null;
}

/** What a log may know of a defect: the class, and SQLite's own code; never the message, which may hold a person's words. */
export function nameOfDefect(error: unknown): string {
  if (error instanceof Database.SqliteError) return `SqliteError ${error.code}`;
  return error instanceof Error ? error.constructor.name : typeof error;
}
