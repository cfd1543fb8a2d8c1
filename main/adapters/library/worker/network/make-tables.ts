import type Database from 'better-sqlite3';

/** Makes the tables of a network ledger: whichever filter a list has, an index leads through it in the order of the ids. */
export function makeNetworkTables(database: Database.Database): void {
  database.exec(`
    CREATE TABLE network_requests (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at_ms INTEGER NOT NULL,
      day TEXT NOT NULL,
      age_day TEXT NOT NULL,
      host TEXT NOT NULL,
      purpose TEXT NOT NULL,
      category TEXT NOT NULL,
      sent_bytes INTEGER NOT NULL CHECK (sent_bytes >= 0),
      received_bytes INTEGER NOT NULL CHECK (received_bytes >= 0),
      result TEXT NOT NULL CHECK (result IN ('answered', 'failed', 'refused')),
      status INTEGER,
      duration_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX network_requests_by_purpose ON network_requests (purpose, id);
    CREATE INDEX network_requests_by_category ON network_requests (category, id);
    CREATE INDEX network_requests_by_result ON network_requests (result, id);
    CREATE INDEX network_requests_by_host ON network_requests (host, id);
    CREATE INDEX network_requests_by_day ON network_requests (day, id);
    CREATE INDEX network_requests_by_age ON network_requests (age_day);

    CREATE TABLE network_totals (
      day TEXT NOT NULL,
      host TEXT NOT NULL,
      purpose TEXT NOT NULL,
      category TEXT NOT NULL,
      request_count INTEGER NOT NULL,
      refused_count INTEGER NOT NULL,
      failed_count INTEGER NOT NULL,
      sent_bytes INTEGER NOT NULL,
      received_bytes INTEGER NOT NULL,
      PRIMARY KEY (day, host, purpose, category)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE network_state (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      since_ms INTEGER,
      is_cleared INTEGER NOT NULL CHECK (is_cleared IN (0, 1)),
      missed_count INTEGER NOT NULL,
      clock_day TEXT NOT NULL,
      age_day TEXT NOT NULL
    ) STRICT;
  `);
}
