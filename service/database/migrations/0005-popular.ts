/** On which day (days since 1970, UTC) an account last asked for the video or sound of a course; only for counting, and only for a while. */
export const popularMigration = `
CREATE TABLE course_viewers (
  course_id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  last_day INTEGER NOT NULL,
  PRIMARY KEY (course_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX course_viewers_by_account ON course_viewers (account_id);
`;
