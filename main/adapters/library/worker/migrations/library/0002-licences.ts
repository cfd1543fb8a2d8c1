import type { Migration } from '../../migrate.ts';

/**
 * Licences to play downloads offline, and what holds for all of them: whose they are, the service's keys, the latest moment known. What was
 * downloaded before there were licences may be played without one until the service has been asked (`licence_grace`).
 */
export const licences: Migration = {
  number: 2,
  up(database) {
    database.exec(`
      CREATE TABLE licences (
        lecture_id TEXT PRIMARY KEY,
        licence TEXT NOT NULL,
        issued_at_s INTEGER NOT NULL,
        expires_at_s INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE licence_facts (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        account_id TEXT,
        keys TEXT,
        service_moment_ms INTEGER,
        latest_moment_ms INTEGER
      ) STRICT;
      INSERT INTO licence_facts (only) VALUES (1);

      CREATE TABLE licence_grace (lecture_id TEXT PRIMARY KEY) STRICT;
      INSERT INTO licence_grace SELECT lecture_id FROM downloads WHERE state = 'complete';
    `);
  },
};
