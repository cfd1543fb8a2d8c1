import type { Migration } from '../../migrate.ts';

/**
 * Courses that a person does not want to be recommended, and since when what they watch counts. The person's own, so without foreign keys; what
 * they like is computed anew each time and kept nowhere.
 */
export const recommendations: Migration = {
  number: 10,
  up(database) {
    database.exec(`
      CREATE TABLE recommendation_dismissed (
        course_id TEXT PRIMARY KEY,
        dismissed_at_ms INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE recommendation_start (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        interest_from_ms INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
