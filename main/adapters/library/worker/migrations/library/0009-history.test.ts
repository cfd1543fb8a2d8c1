import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { history } from './0009-history.ts';
import { libraryMigrations } from './index.ts';

it('E1: a library of an older app gets room for the history, empty, with what was watched left as it was', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, history.number - 1));
  database
    .prepare(`INSERT INTO progress (lecture_id, position_ms, completed, watched_at_ms) VALUES ('l', 1, 0, 2)`)
    .run();
  migrate(database, libraryMigrations);
  expect(database.prepare('SELECT count(*) AS count FROM history').get()).toEqual({ count: 0 });
  expect(database.prepare('SELECT position_ms FROM progress').all()).toEqual([{ position_ms: 1 }]);
  const add = database.prepare(
    `INSERT INTO history VALUES (?, 'l', 'c', 't', 't', 't', 1, 'd', 1, 2, '2026-03-12', 0, '2026-03-12', ?, 0, 1)`,
  );
  add.run('a', 1);
  expect(() => add.run('b', 0)).toThrow('CHECK');
});
