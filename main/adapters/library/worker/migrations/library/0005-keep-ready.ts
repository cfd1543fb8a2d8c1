import type { Migration } from '../../migrate.ts';

/**
 * How many lectures of a course are kept downloaded ahead; the person's own, so without a foreign key. And the lectures whose downloads were removed: they are not
 * fetched again by themselves. The triggers see every way in which a download goes or comes back.
 */
export const keepReady: Migration = {
  number: 5,
  up(database) {
    database.exec(`
      CREATE TABLE keep_ready (
        course_id TEXT PRIMARY KEY,
        count INTEGER NOT NULL CHECK (count > 0)
      ) STRICT;

      CREATE TABLE left_alone (lecture_id TEXT PRIMARY KEY) STRICT;
      CREATE TRIGGER download_removed AFTER DELETE ON downloads BEGIN
        INSERT OR IGNORE INTO left_alone VALUES (old.lecture_id);
      END;
      CREATE TRIGGER download_added AFTER INSERT ON downloads BEGIN
        DELETE FROM left_alone WHERE lecture_id = new.lecture_id;
      END;
    `);
  },
};
