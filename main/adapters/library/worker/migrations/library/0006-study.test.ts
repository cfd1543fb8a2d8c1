import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { libraryMigrations } from './index.ts';
import { study } from './0006-study.ts';

it('C2: a lecture that an older version counted as watched stays so, with nothing known of its parts', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, study.number - 1));
  database.exec(`INSERT INTO progress (lecture_id, position_ms, completed, watched_at_ms) VALUES ('old', 5, 1, 7)`);
  migrate(database, libraryMigrations.slice(0, study.number));
  expect(database.prepare('SELECT lecture_id, completed FROM progress').raw().all()).toEqual([['old', 1]]);
  expect(database.prepare('SELECT count(*) FROM watched').pluck().get()).toBe(0);
});

it.each([
  ['an empty part', `INSERT INTO watched VALUES ('l', 5, 5)`],
  ['a part before the beginning', `INSERT INTO watched VALUES ('l', -1, 5)`],
  ['a course that stands still', `INSERT INTO course_rate VALUES ('c', 0)`],
])('C2 C3: the library takes no %s', (_, sql) => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations);
  expect(() => database.exec(sql)).toThrow(Database.SqliteError);
});
