import type { Migration } from '../../migrate.ts';

/** What the service last said of all learners together, and the ETag of it; nothing of the person, and without foreign keys: courses come and go. */
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
    `);
  },
};
