import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { browse } from './0011-browse.ts';
import { libraryMigrations } from './index.ts';

function olderLibrary(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, browse.number - 1));
  return database;
}

it('B2 B6: a library of an older app gets room for the list, and fetches the whole catalogue again', () => {
  const database = olderLibrary();
  database.exec(`INSERT INTO catalogue_state VALUES (1, 'cursor', 'etag')`);
  migrate(database, libraryMigrations);
  expect(database.prepare('SELECT cursor, etag FROM catalogue_state').get()).toEqual({ cursor: null, etag: null });
  const add = database.prepare('INSERT INTO my_list VALUES (?, ?, 1)');
  add.run('course', 'c');
  expect(() => add.run('course', 'c')).toThrow('UNIQUE');
  expect(() => add.run('note', 'n')).toThrow('CHECK');
});

it.each([
  ['a piece of the list', `SELECT id FROM courses ORDER BY published_at DESC, id LIMIT 200`, 'courses_by_date'],
  [
    'a lecturer',
    `SELECT id FROM courses WHERE withdrawn = 0 AND head ->> '$.lecturer.id' = 'x'`,
    'courses_by_lecturer',
  ],
])('B1: finds %s by an index', (_, sql, index) => {
  const database = olderLibrary();
  migrate(database, libraryMigrations);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join('; ')).toContain(index);
});
