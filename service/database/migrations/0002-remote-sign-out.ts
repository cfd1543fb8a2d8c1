/**
 * Signing a computer out from another one: which sessions ended that way, which computers are to erase what they keep, and
 * which have a name that the person chose. A request is open
 * until the next sign-in there (`answered_at_ms`) and kept a while longer.
 */
export const remoteSignOutMigration = `
ALTER TABLE sessions ADD COLUMN ended_remotely INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN name_chosen INTEGER NOT NULL DEFAULT 0;

CREATE TABLE erase_requests (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  device_id TEXT NOT NULL,
  requested_at_ms INTEGER NOT NULL,
  answered_at_ms INTEGER,
  PRIMARY KEY (account_id, device_id)
) STRICT, WITHOUT ROWID;
`;
