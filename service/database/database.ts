import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from './migrations.ts';

/** The service's open database. */
export type ServiceDatabase = Database.Database;

/** The file was written by a newer service; nothing in it was touched. */
export class NewerDatabaseError extends Error {
  constructor(found: number, known: number) {
    super(
      `The service's database is of version ${found}; this service knows ${known}. Use a newer service or another data folder.`,
    );
    this.name = 'NewerDatabaseError';
  }
}

/**
 * Opens `service.db` in the folder (both are made when missing) and brings it up to date, one transaction a migration. Deleted rows are
 * overwritten, and a commit is on the disk before it is answered: a rotated token is never forgotten.
 * `nativeBinding` is the path of a better-sqlite3 addon other than the package's own.
 */
export function openDatabase(dataFolder: string, nativeBinding?: string): ServiceDatabase {
  mkdirSync(dataFolder, { recursive: true });
  const options = nativeBinding === undefined ? {} : { nativeBinding };
  const database = new Database(join(dataFolder, 'service.db'), options);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('foreign_keys = ON');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Overwrites what the write-ahead log still holds of deleted rows. */
export function forgetDeleted(database: ServiceDatabase): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
}

function migrate(database: ServiceDatabase): void {
  const found = Number(database.pragma('user_version', { simple: true }));
  if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length);
  for (const [index, sql] of migrations.entries()) {
    if (index < found) continue;
    database.transaction(() => {
      database.exec(sql);
      database.pragma(`user_version = ${index + 1}`);
    })();
  }
}
