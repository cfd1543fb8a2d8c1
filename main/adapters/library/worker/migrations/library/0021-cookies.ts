import type { Migration } from '../../migrate.ts';

/** The allowed cookies of the account's session that outlive the app; a cookie is one by its name, host and path (RFC 6265bis §5.7). */
export const cookies: Migration = {
  number: 21,
  up(database) {
    database.exec(`
      CREATE TABLE cookies (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        host TEXT NOT NULL,
        path TEXT NOT NULL,
        is_secure INTEGER NOT NULL CHECK (is_secure IN (0, 1)),
        is_http_only INTEGER NOT NULL CHECK (is_http_only IN (0, 1)),
        same_site TEXT NOT NULL CHECK (same_site IN ('unspecified', 'none', 'lax', 'strict')),
        expires_at_ms INTEGER NOT NULL,
        PRIMARY KEY (name, host, path)
      ) STRICT;
    `);
  },
};
