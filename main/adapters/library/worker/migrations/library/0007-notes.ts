import type { Migration } from '../../migrate.ts';

/** Notes and bookmarks; the person's own, so without foreign keys: they outlast the catalogue. */
export const notes: Migration = {
  number: 7,
  up(database) {
    database.exec(`
      CREATE TABLE notes (
        id TEXT PRIMARY KEY,
        lecture_id TEXT NOT NULL,
        course_id TEXT NOT NULL,
        position_ms INTEGER NOT NULL CHECK (position_ms >= 0),
        text TEXT NOT NULL CHECK (length(text) <= 5000),
        created_at_ms INTEGER NOT NULL,
        changed_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX notes_by_lecture ON notes (lecture_id, position_ms);
      CREATE INDEX notes_by_course ON notes (course_id);
    `);
  },
};
