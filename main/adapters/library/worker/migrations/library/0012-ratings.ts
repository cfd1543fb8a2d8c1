import type { Migration } from '../../migrate.ts';

/** The person's ratings, and which of them the service has; without stars: withdrawn, until the service knows. */
export const ratings: Migration = {
  number: 12,
  up(database) {
    database.exec(`
      CREATE TABLE ratings (
        kind TEXT NOT NULL CHECK (kind IN ('course', 'lecture')),
        id TEXT NOT NULL,
        stars INTEGER CHECK (stars BETWEEN 1 AND 5),
        changed_at_ms INTEGER NOT NULL,
        sent INTEGER NOT NULL CHECK (sent IN (0, 1)),
        PRIMARY KEY (kind, id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
