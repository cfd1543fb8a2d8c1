import type { Migration } from '../../migrate.ts';
import { makeNetworkTables } from '../../network/make-tables.ts';

/** What went over the network while nobody was signed in; and what the service last told everybody, as JSON. */
export const network: Migration = {
  number: 5,
  up(database) {
    makeNetworkTables(database);
    database.exec(`
      CREATE TABLE service_lists (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
