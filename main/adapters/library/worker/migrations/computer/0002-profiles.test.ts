import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { initial } from './0001-initial.ts';
import { profiles } from './0002-profiles.ts';

it('A6: accounts of the first version become profiles with numbers in the order they were used, and numbers go on from there', () => {
  const database = new Database(':memory:');
  migrate(database, [initial]);
  database.exec(`INSERT INTO accounts VALUES ('late', 1, 300), ('early', 0, 100), ('never', 0, 0)`);
  migrate(database, [initial, profiles]);
  expect(
    database.prepare('SELECT id, number, label, erases_on_quit FROM accounts ORDER BY number').raw().all(),
  ).toEqual([
    ['never', 1, null, 0],
    ['early', 2, null, 0],
    ['late', 3, null, 0],
  ]);
  expect(database.prepare('SELECT last FROM profile_counter').pluck().get()).toBe(3);
  expect(() => database.exec(`UPDATE accounts SET number = 1 WHERE id = 'late'`)).toThrow(Database.SqliteError);
});
