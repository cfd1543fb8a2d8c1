import type Database from 'better-sqlite3';
import { StoreFault } from './store-fault.ts';

/** One step of a database: from version `number - 1` to `number`. Written once, never changed after it was shipped. */
export interface Migration {
  readonly number: number;
  /** Runs inside a transaction. */
  up(database: Database.Database): void;
}

/** The version of a file, kept in `PRAGMA user_version`. */
export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Refuses a file that a newer app wrote, without touching it: throws `library-newer`. */
export function refuseNewer(database: Database.Database, migrations: readonly Migration[]): void {
  if (versionOf(database) > migrations.length) throw new StoreFault('library-newer');
}

/** Brings a database up to date, each step in its own transaction; what was reached before a failure stays. */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    if (migration.number !== index + 1) throw new RangeError('migrations are numbered 1, 2, 3 without a gap');
  }
  refuseNewer(database, migrations);
  for (const migration of migrations.slice(versionOf(database))) {
    const step = database.transaction(() => {
      migration.up(database);
      database.pragma(`user_version = ${migration.number}`);
    });
    step.immediate();
  }
}
