import type { Migration } from '../../migrate.ts';

/**
 * Accounts become profiles: a number that is never given twice (the counter outlives the rows), a label and a colour of the person's choice,
 * and whether quitting erases them. Whose computer it is stands in a table of its own: a setting of the window may not change it.
 */
export const profiles: Migration = {
  number: 2,
  up(database) {
    database.exec(`
      ALTER TABLE accounts ADD COLUMN number INTEGER;
      ALTER TABLE accounts ADD COLUMN label TEXT;
      ALTER TABLE accounts ADD COLUMN colour TEXT NOT NULL DEFAULT 'green';
      ALTER TABLE accounts ADD COLUMN erases_on_quit INTEGER NOT NULL DEFAULT 0 CHECK (erases_on_quit IN (0, 1));
      UPDATE accounts SET number = ranked.number
        FROM (SELECT id, row_number() OVER (ORDER BY last_used_at_ms, id) AS number FROM accounts) AS ranked
        WHERE ranked.id = accounts.id;
      CREATE UNIQUE INDEX accounts_number ON accounts (number);

      CREATE TABLE profile_counter (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        last INTEGER NOT NULL
      ) STRICT;
      INSERT INTO profile_counter SELECT 1, count(*) FROM accounts;

      CREATE TABLE choice (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        value TEXT NOT NULL
      ) STRICT;
    `);
  },
};
