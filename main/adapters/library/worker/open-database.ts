import Database from 'better-sqlite3';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileStartSizeBytes, giveKey, recogniseFile } from './cipher.ts';
import {
  makeFilePrivate,
  makePrivateFile,
  makePrivateFolder,
  readFileStart,
  syncFolderOf,
  walSizeOf,
} from './files.ts';
import { migrate, refuseNewer, type Migration } from './migrate.ts';
import { StoreFault } from './store-fault.ts';

/** One of our two kinds of file. */
export interface DatabaseKind {
  readonly file: string;
  /** 32 bytes; null for the one file that is not encrypted. */
  readonly key: Uint8Array | null;
  readonly migrations: readonly Migration[];
}

/** How long to wait for another connection's lock; only a second copy of the app could hold one. */
const busyTimeoutMs = 5000;

/**
 * Opens a database, making it when there is none. Throws `StoreFault` with `library-newer`, `library-damaged` or `library-key-wrong` before
 * anything was written, or an error of SQLite or the file system. Never repairs, replaces or deletes what it finds.
 */
export function openDatabase(kind: DatabaseKind): { readonly database: Database.Database; readonly isNew: boolean } {
  makePrivateFolder(dirname(kind.file));
  const isNew = !existsSync(kind.file);
  if (isNew) createFile(kind);
  else inspectFile(kind);
  const database = connect(kind, kind.file, false);
  try {
    migrate(database, kind.migrations);
    // Each page that is not in memory is read and deciphered again: in a library of gigabytes the usual 2 MB hold nothing of what a keystroke needs.
    database.pragma('cache_size = -32768');
    return { database, isNew };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Empties the WAL into the file and closes: afterwards there is one file and no trace of older pages beside it. */
export function closeDatabase(database: Database.Database): void {
  try {
    emptyWriteAheadLog(database);
  } finally {
    database.close();
  }
}

/** Moves what the WAL holds into the file and cuts it to nothing: what was deleted before is then in neither. */
export function emptyWriteAheadLog(database: Database.Database): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
}

/** Makes the file under another name and renames it when whole: a library that is empty or half made is always damage, never a beginning. */
function createFile(kind: DatabaseKind): void {
  if (walSizeOf(kind.file) !== null) throw new StoreFault('library-damaged');
  const unfinished = `${kind.file}.new`;
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + suffix, { force: true });
  makePrivateFile(unfinished);
  const database = connect(kind, unfinished, false);
  try {
    migrate(database, kind.migrations);
  } finally {
    closeDatabase(database);
  }
  renameSync(unfinished, kind.file);
  syncFolderOf(kind.file);
}

/** Looks before touching, on a connection that cannot write (and so cannot copy a strange WAL into the file when it closes). */
function inspectFile(kind: DatabaseKind): void {
  makeFilePrivate(kind.file);
  recognise(kind);
  const walBefore = walSizeOf(kind.file);
  const database = connect(kind, kind.file, true);
  try {
    refuseNewer(database, kind.migrations);
    if (walBefore !== null && walBefore > 0 && database.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new StoreFault('library-damaged');
    }
  } finally {
    database.close();
    // A connection that cannot write cannot clear away what it made for itself either.
    if (walBefore === null) for (const suffix of ['-wal', '-shm']) rmSync(kind.file + suffix, { force: true });
  }
}

function recognise(kind: DatabaseKind): void {
  const start = readFileStart(kind.file, fileStartSizeBytes);
  if (start.byteLength < fileStartSizeBytes) throw new StoreFault('library-damaged');
  if (kind.key === null) return;
  const seen = recogniseFile(start, kind.key);
  if (seen === 'damaged') throw new StoreFault('library-damaged');
  if (seen === 'other-key') throw new StoreFault('library-key-wrong');
}

function connect(kind: DatabaseKind, file: string, readonly: boolean): Database.Database {
  const database = new Database(file, { fileMustExist: true, readonly, timeout: busyTimeoutMs });
  try {
    if (kind.key !== null) giveKey(database, kind.key);
    // Temporary tables and sorts would otherwise be files in clear.
    database.pragma('temp_store = MEMORY');
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    database.pragma('foreign_keys = ON');
    if (!readonly) {
      database.pragma('page_size = 4096');
      database.pragma('secure_delete = ON');
      database.pragma('journal_mode = WAL');
      // Each call outlasts a power cut, not only a crash of the app.
      database.pragma('synchronous = FULL');
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
