import type { Migration } from '../../migrate.ts';

/** The first computer file: one row a setting, so that a newer app's settings outlive an older app. */
export const initial: Migration = {
  number: 1,
  up(database) {
    database.exec(`
      CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

      CREATE TABLE device (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        id TEXT NOT NULL
      ) STRICT;

      CREATE TABLE accounts (
        id TEXT PRIMARY KEY,
        remembered INTEGER NOT NULL CHECK (remembered IN (0, 1)),
        last_used_at_ms INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
