import { consentTablesSql } from '../../consent/tables.ts';
import type { Migration } from '../../migrate.ts';

/** The account's ledger of consent, and which of its entries the service does not have yet. */
export const consent: Migration = {
  number: 18,
  up(database) {
    database.exec(`
      ${consentTablesSql}
      CREATE TABLE consent_outbox (
        entry_id TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
