import type { Migration } from '../../migrate.ts';

/**
 * The person's own list, without foreign keys: it outlasts the catalogue. And courses by their date, as browsing asks for them. Courses now say
 * whether they are offered in the person's region, so the next fetch brings all of them.
 */
export const browse: Migration = {
  number: 11,
  up(database) {
    database.exec(`
      CREATE TABLE my_list (
        kind TEXT NOT NULL CHECK (kind IN ('course', 'lecture')),
        id TEXT NOT NULL,
        added_at_ms INTEGER NOT NULL,
        PRIMARY KEY (kind, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX courses_by_date ON courses (published_at DESC, id);
      UPDATE catalogue_state SET cursor = NULL, etag = NULL;
    `);
  },
};
