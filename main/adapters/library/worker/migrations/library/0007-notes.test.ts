import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { libraryMigrations } from './index.ts';
import { notes } from './0007-notes.ts';

it('C5: a library of an older app gets room for notes, and refuses one that is too long or before the beginning', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, notes.number - 1));
  migrate(database, libraryMigrations);
  const add = database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, ?, 1, 1)');
  add.run('a', 'l', 'c', 0, 'x'.repeat(5000));
  expect(() => add.run('b', 'l', 'c', 0, 'x'.repeat(5001))).toThrow('CHECK');
  expect(() => add.run('c', 'l', 'c', -1, 'x')).toThrow('CHECK');
});
