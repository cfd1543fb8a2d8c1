import type { Migration } from '../../migrate.ts';

/** Where the downloads are and a move that is under way, as one JSON value: the two change together. */
export const folder: Migration = {
  number: 3,
  up(database) {
    database.exec(`
      CREATE TABLE download_folder (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        value TEXT NOT NULL
      ) STRICT;
    `);
  },
};
