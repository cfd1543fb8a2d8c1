import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { catalogueImport } from './0013-import.ts';
import { libraryMigrations } from './index.ts';

it('B1: in a library of an older app the files of a course are found by their index, which lectures’ files are not in', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, catalogueImport.number - 1));
  database.exec(`
    INSERT INTO courses VALUES ('c', '2026', '{}', 'f', 0);
    INSERT INTO lectures VALUES ('l', 'c', 0, 0, 't', 1, 'x', '{}', 0);
    INSERT INTO assets VALUES ('x', 'c', NULL, 'cover', 'image/png', 1, 's'), ('y', NULL, 'l', 'cover', 'image/png', 1, 's');
  `);
  migrate(database, libraryMigrations);
  const asked = `SELECT id FROM assets WHERE course_id = 'c'`;
  expect(database.prepare(asked).all()).toEqual([{ id: 'x' }]);
  expect(JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${asked}`).all())).toContain('assets_of_course');
  const { sql } = database.prepare(`SELECT sql FROM sqlite_master WHERE name = 'assets_of_course'`).get() as {
    readonly sql: string;
  };
  expect(sql).toContain('WHERE course_id IS NOT NULL');
});
