import type { Migration } from '../../migrate.ts';

/**
 * What the person has stopped and which mail they want (JSON, with a revision, so that an answer to an older one does not count for a newer one),
 * and what they asked the service for; `answer` is what it said last, and null before it has heard.
 */
export const rights: Migration = {
  number: 19,
  up(database) {
    database.exec(`
      CREATE TABLE rights_choices (
        name TEXT PRIMARY KEY CHECK (name IN ('processing', 'marketing')),
        value TEXT NOT NULL,
        revision INTEGER NOT NULL,
        told INTEGER NOT NULL CHECK (told IN (0, 1))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE privacy_requests (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        asked_at_ms INTEGER NOT NULL,
        answer TEXT
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
