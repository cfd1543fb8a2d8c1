/**
 * The copies of watch histories that people let their computers exchange: of each thing only the last that is known, in the order in which it became so.
 * A sitting that was removed has an event without any content. `epoch` outlasts the copy, so that computers notice that it was deleted.
 */
export const historyMigration = `
CREATE TABLE history_copies (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  epoch TEXT NOT NULL,
  last_place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE history_events (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('sitting', 'lecture', 'cleared')),
  subject TEXT NOT NULL,
  place INTEGER NOT NULL,
  born TEXT,
  event TEXT NOT NULL,
  PRIMARY KEY (account_id, kind, subject)
) STRICT;
CREATE UNIQUE INDEX history_events_by_place ON history_events (account_id, place);
`;
