/**
 * What privacy and the rights over one's data need: more of the profile, what the person wants and has stopped, their decisions and requests, bills
 * and letters to support; what a law makes the service keep of an erased account (under a pseudonym that nothing leads back from); the hashes of
 * tokens of accounts that are gone, so that their computers learn to erase; usage, as sums only; policies published later than the first.
 */
export const privacyMigration = `
ALTER TABLE accounts ADD COLUMN phone TEXT;
ALTER TABLE accounts ADD COLUMN street TEXT;
ALTER TABLE accounts ADD COLUMN city TEXT;
ALTER TABLE accounts ADD COLUMN postal_code TEXT;
ALTER TABLE accounts ADD COLUMN social_links TEXT NOT NULL DEFAULT '[]';
ALTER TABLE accounts ADD COLUMN card_brand TEXT;
ALTER TABLE accounts ADD COLUMN card_last_four TEXT;
ALTER TABLE accounts ADD COLUMN newsletter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN offers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN objects_to_marketing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN objects_to_profiling INTEGER NOT NULL DEFAULT 0;

CREATE TABLE consents (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  policy_version TEXT NOT NULL,
  action TEXT NOT NULL,
  functional INTEGER NOT NULL,
  advertisement INTEGER NOT NULL,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE privacy_requests (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  received_at_ms INTEGER NOT NULL,
  PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE privacy_request_steps (
  account_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  state TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (account_id, request_id, place),
  FOREIGN KEY (account_id, request_id) REFERENCES privacy_requests (account_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE billing (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL,
  description TEXT NOT NULL,
  amount TEXT NOT NULL
) STRICT;
CREATE INDEX billing_by_account ON billing (account_id, on_date);

CREATE TABLE support_contacts (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  at_ms INTEGER NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX support_contacts_by_account ON support_contacts (account_id, at_ms);

CREATE TABLE kept_by_law (
  id INTEGER PRIMARY KEY,
  pseudonym TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('billing', 'request-log')),
  record TEXT NOT NULL,
  kept_until TEXT NOT NULL
) STRICT;
CREATE INDEX kept_by_law_by_date ON kept_by_law (kept_until);

CREATE TABLE departed_tokens (
  token_hash BLOB PRIMARY KEY,
  reason TEXT NOT NULL CHECK (reason IN ('erased', 'minor')),
  kept_until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_sums (
  day TEXT NOT NULL,
  app_version TEXT NOT NULL,
  platform TEXT NOT NULL,
  lectures_played TEXT NOT NULL,
  told INTEGER NOT NULL,
  PRIMARY KEY (day, app_version, platform, lectures_played)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_versions (
  place INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE,
  facts TEXT NOT NULL
) STRICT;
`;
