import type { Migration } from '../../migrate.ts';

/**
 * What the service last said of all learners together, and the ETag of it; and what is new: when the person was at home last, and when each course was
 * there for the first time. Without foreign keys: courses come and go.
 */
export const popularity: Migration = {
  number: 14,
  up(database) {
    database.exec(`
      CREATE TABLE popularity (
        course_id TEXT PRIMARY KEY,
        viewer_count INTEGER,
        rating_average REAL,
        rating_count INTEGER,
        CHECK ((rating_average IS NULL) = (rating_count IS NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE popularity_state (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        etag TEXT
      ) STRICT;

      CREATE TABLE home_visit (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        since_ms INTEGER NOT NULL,
        seen_ms INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE course_arrivals (
        course_id TEXT PRIMARY KEY,
        arrived_at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
