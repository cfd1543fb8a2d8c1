import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { sync } from './0016-sync.ts';
import { libraryMigrations } from './index.ts';

it('E2 E4: a library of an older app exchanges nothing and has nothing that waits, with its history left as it was', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, sync.number - 1));
  database
    .prepare(
      `INSERT INTO history (id, lecture_id, course_id, lecture_title, course_title, search_text, duration_ms, device_id, started_at_ms,
        ended_at_ms, day, offset_minutes, age_day, watched_ms, from_ms, to_ms)
       VALUES ('a', 'l', 'c', 't', 't', 't', 1, 'd', 1, 2, '2026-03-12', 0, '2026-03-12', 5, 0, 1)`,
    )
    .run();
  migrate(database, libraryMigrations);
  for (const table of ['sync_state', 'sync_outbox', 'sync_sittings', 'sync_lectures']) {
    expect(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  }
  expect(database.prepare('SELECT watched_ms FROM history').pluck().all()).toEqual([5]);
  const add = database.prepare("INSERT OR REPLACE INTO sync_outbox (kind, subject) VALUES ('sitting', 'a')");
  const numbers = [add.run().lastInsertRowid, add.run().lastInsertRowid];
  expect(numbers[0]).not.toBe(numbers[1]);
  expect(database.prepare('SELECT count(*) FROM sync_outbox').pluck().get()).toBe(1);
});
