import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { libraryMigrations } from './index.ts';
import { ratings } from './0012-ratings.ts';

it('B7: a library of an older app gets room for ratings, of one to five stars', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, ratings.number - 1));
  migrate(database, libraryMigrations);
  const add = database.prepare('INSERT INTO ratings VALUES (?, ?, ?, 1, 0)');
  add.run('course', 'c', 5);
  add.run('lecture', 'c', null);
  expect(() => add.run('lecture', 'l', 6)).toThrow('CHECK');
  expect(() => add.run('film', 'l', 1)).toThrow('CHECK');
  expect(() => add.run('course', 'c', 1)).toThrow('UNIQUE');
});
