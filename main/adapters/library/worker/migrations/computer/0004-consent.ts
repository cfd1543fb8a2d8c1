import { consentTablesSql } from '../../consent/tables.ts';
import type { Migration } from '../../migrate.ts';

/** The ledger of consent from before anybody signs in, the end of every ledger here, and what the service says of its policies and cookies. */
export const consent: Migration = {
  number: 4,
  up(database) {
    database.exec(`
      ${consentTablesSql}
      CREATE TABLE consent_ends (
        ledger TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        hash TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE privacy_lists (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        value TEXT NOT NULL
      ) STRICT;
    `);
  },
};
