import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dataKinds } from '../../../contract/domain/data-kinds.ts';
import type { Migration } from './worker/migrate.ts';
import { migrate } from './worker/migrate.ts';
import { computerMigrations } from './worker/migrations/computer/index.ts';
import { libraryMigrations } from './worker/migrations/library/index.ts';

/** The tables of a new file, without those that SQLite keeps behind a full-text index. */
function tablesOf(migrations: readonly Migration[]): readonly string[] {
  const database = new Database(':memory:');
  migrate(database, migrations);
  const rows = database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')")
    .all();
  database.close();
  return (rows as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_'))
    .toSorted();
}

describe('the table of data kinds', () => {
  it('G1 F5: every table of the library and of the computer is in exactly one kind', () => {
    const kinds = Object.values(dataKinds);
    expect(kinds.flatMap(({ library }) => library).toSorted()).toEqual(tablesOf(libraryMigrations));
    expect(kinds.flatMap(({ computer }) => computer).toSorted()).toEqual(tablesOf(computerMigrations));
  });
});
