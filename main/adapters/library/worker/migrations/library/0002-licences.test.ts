import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { initial } from './0001-initial.ts';
import { licences } from './0002-licences.ts';

function migrated(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, [initial]);
  database.exec(`
    INSERT INTO downloads VALUES ('whole', 'c', 'a', '720p', 'complete', 1, 'x', NULL, 1, NULL, 1, 1);
    INSERT INTO downloads VALUES ('half', 'c', 'b', '720p', 'paused', 2, 'x', NULL, 1, NULL, 1, NULL);
  `);
  migrate(database, [initial, licences]);
  return database;
}

it('D9: what was downloaded before there were licences may be played until the service is asked; what was not finished may not', () => {
  const database = migrated();
  expect(database.prepare('SELECT * FROM licence_grace').raw().all()).toEqual([['whole']]);
  expect(database.prepare('SELECT count(*) FROM downloads').pluck().get()).toBe(2);
  expect(database.prepare('SELECT * FROM licence_facts').raw().all()).toEqual([[1, null, null, null, null]]);
});

it.each([
  ['a second row of facts', 'INSERT INTO licence_facts (only) VALUES (2)'],
  ['a licence without words', `INSERT INTO licences VALUES ('whole', NULL, 1, 2)`],
  ['a moment in words', `UPDATE licence_facts SET latest_moment_ms = 'yesterday'`],
])('D9: the library takes no %s', (_, sql) => {
  const database = migrated();
  expect(() => database.exec(sql)).toThrow(Database.SqliteError);
});
