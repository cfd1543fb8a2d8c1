/** What each account rated. Without stars: withdrawn then, so that an older rating that arrives later does not bring it back. */
export const ratingsMigration = `
CREATE TABLE ratings (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('course', 'lecture')),
  subject_id TEXT NOT NULL,
  stars INTEGER CHECK (stars BETWEEN 1 AND 5),
  changed_at_ms INTEGER NOT NULL,
  PRIMARY KEY (account_id, kind, subject_id)
) STRICT, WITHOUT ROWID;
`;
