import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { libraryMigrations } from './index.ts';

function migrated(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, 3));
  database.exec(`
    INSERT INTO progress VALUES ('watched', 9, 1, 700), ('begun', 3, 0, 800);
    INSERT INTO downloads (lecture_id, course_id, asset_id, quality, state, size_bytes, sha256, received_bytes, added_at_ms)
      VALUES ('whole', 'c', 'a', '720p', 'complete', 1, 'x', 1, 1);
  `);
  migrate(database, libraryMigrations.slice(0, 4));
  return database;
}

it('D7: an older library gets an empty bin, keeps its downloads, and knows of what was watched when that was at the latest', () => {
  const database = migrated();
  expect(database.prepare('SELECT count(*) FROM bin').pluck().get()).toBe(0);
  expect(database.prepare('SELECT lecture_id FROM downloads').pluck().all()).toEqual(['whole']);
  expect(database.prepare('SELECT lecture_id, completed_at_ms FROM progress ORDER BY lecture_id').raw().all()).toEqual([
    ['begun', null],
    ['watched', 700],
  ]);
});
