import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { libraryMigrations } from './index.ts';

it('D5: downloads of an older app get their place in the order they were asked for', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, 2));
  const add = (id: string, addedAtMs: number) =>
    database.exec(`INSERT INTO downloads (lecture_id, course_id, asset_id, quality, state, size_bytes, sha256, received_bytes, added_at_ms)
      VALUES ('${id}', 'c', 'a', '720p', 'queued', 1, 'x', 0, ${addedAtMs})`);
  add('late', 30);
  add('first', 10);
  add('second', 20);
  migrate(database, libraryMigrations.slice(0, 3));
  expect(
    database.prepare('SELECT lecture_id, position, previous FROM downloads ORDER BY position').raw().all(),
  ).toEqual([
    ['first', 1, null],
    ['second', 2, null],
    ['late', 3, null],
  ]);
});
