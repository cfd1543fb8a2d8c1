import type { Migration } from '../../migrate.ts';

/**
 * What was really watched of each lecture as intervals that do not touch, the speed of a course, and the silences of a file: pairs of start and
 * end in milliseconds, 32 bits each, low byte first; NULL when they cannot be found. The person's own, so without foreign keys.
 */
export const study: Migration = {
  number: 6,
  up(database) {
    database.exec(`
      CREATE TABLE watched (
        lecture_id TEXT NOT NULL,
        start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
        end_ms INTEGER NOT NULL CHECK (end_ms > start_ms),
        PRIMARY KEY (lecture_id, start_ms)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE course_rate (
        course_id TEXT PRIMARY KEY,
        rate REAL NOT NULL CHECK (rate BETWEEN 0.25 AND 4)
      ) STRICT;

      CREATE TABLE silences (
        asset_id TEXT PRIMARY KEY,
        spans BLOB
      ) STRICT;
    `);
  },
};
