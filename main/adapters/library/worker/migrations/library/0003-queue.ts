import type { Migration } from '../../migrate.ts';

/**
 * Downloads get their place in the queue, and the whole file of another quality that plays until its successor is complete (JSON).
 * A course remembers the quality that was last chosen for it; the person's own, so without a foreign key.
 */
export const queue: Migration = {
  number: 3,
  up(database) {
    database.exec(`
      ALTER TABLE downloads ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE downloads ADD COLUMN previous TEXT;
      UPDATE downloads SET position = ranked.place
        FROM (SELECT lecture_id, row_number() OVER (ORDER BY added_at_ms, lecture_id) AS place FROM downloads) AS ranked
        WHERE ranked.lecture_id = downloads.lecture_id;

      CREATE TABLE course_quality (
        course_id TEXT PRIMARY KEY,
        quality TEXT NOT NULL
      ) STRICT;
    `);
  },
};
