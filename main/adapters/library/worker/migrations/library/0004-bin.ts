import type { Migration } from '../../migrate.ts';

/**
 * The bin: downloads that were removed and can still come back, as they were; `last_day_from_ms` is when an item was first seen to be in its last
 * day. Progress remembers when a lecture was last watched to its end; of what was completed before, the last watching is all that is known.
 */
export const bin: Migration = {
  number: 4,
  up(database) {
    database.exec(`
      CREATE TABLE bin (
        lecture_id TEXT PRIMARY KEY,
        course_id TEXT NOT NULL,
        asset_id TEXT NOT NULL,
        quality TEXT NOT NULL,
        state TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        etag TEXT,
        received_bytes INTEGER NOT NULL,
        error TEXT,
        added_at_ms INTEGER NOT NULL,
        completed_at_ms INTEGER,
        removed_at_ms INTEGER NOT NULL,
        last_day_from_ms INTEGER
      ) STRICT;

      ALTER TABLE progress ADD COLUMN completed_at_ms INTEGER;
      UPDATE progress SET completed_at_ms = watched_at_ms WHERE completed = 1;
    `);
  },
};
