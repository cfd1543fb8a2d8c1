import type { Migration } from '../../migrate.ts';

/** How many lectures were played on the last day of use: a number for the service's statistics, kept only while the person allows it. */
export const usage: Migration = {
  number: 17,
  up(database) {
    database.exec(`
      CREATE TABLE usage_day (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        day TEXT NOT NULL,
        lecture_count INTEGER NOT NULL CHECK (lecture_count > 0)
      ) STRICT;
    `);
  },
};
