import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { libraryMigrations } from './index.ts';
import { popularity } from './0014-popularity.ts';

it('B1: a library of an older app gets room for what is popular; an average never comes without its count', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, popularity.number - 1));
  migrate(database, libraryMigrations);
  const add = database.prepare('INSERT INTO popularity VALUES (?, ?, ?, ?)');
  add.run('a', 1200, 4.6, 38);
  add.run('b', null, null, null);
  expect(() => add.run('c', 5, 4.6, null)).toThrow('CHECK');
  expect(() => add.run('a', 5, null, null)).toThrow('UNIQUE');
});
