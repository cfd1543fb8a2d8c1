import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { computerMigrations } from './migrations/computer/index.ts';
import { libraryMigrations } from './migrations/library/index.ts';
import { migrate, versionOf, type Migration } from './migrate.ts';
import { codeOfError } from './store-fault.ts';

const step = (number: number, sql: string): Migration => ({
  number,
  up: (database) => {
    database.exec(sql);
  },
});
const three = [
  step(1, 'CREATE TABLE a (x TEXT) STRICT'),
  step(2, `INSERT INTO a VALUES ('two')`),
  step(3, 'ALTER TABLE a ADD COLUMN y TEXT'),
];

const schemaOf = (database: Database.Database) =>
  database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

describe('migrations', () => {
  it('runs each step once, in order, and keeps the version', () => {
    const database = new Database(':memory:');
    migrate(database, three.slice(0, 1));
    expect(versionOf(database)).toBe(1);
    migrate(database, three);
    migrate(database, three);
    expect(versionOf(database)).toBe(3);
    expect(database.prepare('SELECT * FROM a').all()).toEqual([{ x: 'two', y: null }]);
  });

  it('a step that fails leaves nothing of itself and keeps what was reached', () => {
    const database = new Database(':memory:');
    const broken = [...three.slice(0, 2), step(3, 'CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)')];
    expect(() => migrate(database, broken)).toThrow('nowhere');
    expect(versionOf(database)).toBe(2);
    expect(schemaOf(database)).toHaveLength(1);
    migrate(database, three);
    expect(versionOf(database)).toBe(3);
  });

  it('refuses a database of a newer app without touching it', () => {
    const database = new Database(':memory:');
    migrate(database, three);
    let code: unknown = null;
    try {
      migrate(database, three.slice(0, 2));
    } catch (error) {
      code = codeOfError(error);
    }
    expect(code).toBe('library-newer');
    expect(versionOf(database)).toBe(3);
  });

  it('refuses steps that are not numbered in a row', () => {
    const database = new Database(':memory:');
    expect(() => migrate(database, [three[0]!, three[2]!])).toThrow(RangeError);
    expect(versionOf(database)).toBe(0);
  });

  it.each([
    ['library', libraryMigrations],
    ['computer', computerMigrations],
  ])('%s: fresh equals migrated from every older version', (_, migrations) => {
    const fresh = new Database(':memory:');
    migrate(fresh, migrations);
    for (let version = 0; version <= migrations.length; version += 1) {
      const migrated = new Database(':memory:');
      migrate(migrated, migrations.slice(0, version));
      migrate(migrated, migrations);
      expect(schemaOf(migrated)).toEqual(schemaOf(fresh));
    }
  });

  it.each([
    ['library', libraryMigrations],
    ['computer', computerMigrations],
  ])('%s: every table is strict', (_, migrations) => {
    const database = new Database(':memory:');
    migrate(database, migrations);
    const tables = database
      .prepare(`SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .all();
    expect(tables.length).toBeGreaterThan(2);
    expect(tables.filter((table) => (table as { strict: number }).strict !== 1)).toEqual([]);
  });
});
