import type { Migration } from '../../migrate.ts';

/**
 * The first library. `withdrawn` marks what the service no longer publishes and a person still has something of. Progress and downloads
 * name lectures without a foreign key: they are the person's own and outlive the catalogue.
 */
export const initial: Migration = {
  number: 1,
  up(database) {
    database.exec(`
      CREATE TABLE catalogue_state (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        cursor TEXT,
        etag TEXT
      ) STRICT;

      CREATE TABLE courses (
        id TEXT PRIMARY KEY,
        published_at TEXT NOT NULL,
        head TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
      ) STRICT;

      CREATE TABLE sections (
        course_id TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        id TEXT NOT NULL,
        title TEXT NOT NULL,
        PRIMARY KEY (course_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE lectures (
        id TEXT PRIMARY KEY,
        course_id TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
        section_position INTEGER NOT NULL,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        duration_ms INTEGER NOT NULL,
        cover_asset_id TEXT NOT NULL,
        lecture TEXT NOT NULL,
        withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
      ) STRICT;
      -- Holds all that the list of courses sums up, so that it reads no lecture's JSON.
      CREATE INDEX lectures_of_course ON lectures (course_id, section_position, position, withdrawn, duration_ms, id);
      CREATE INDEX lectures_withdrawn ON lectures (withdrawn) WHERE withdrawn = 1;

      CREATE TABLE assets (
        id TEXT NOT NULL,
        course_id TEXT REFERENCES courses (id) ON DELETE CASCADE,
        lecture_id TEXT REFERENCES lectures (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('cover', 'media', 'caption', 'attachment')),
        media_type TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        CHECK ((course_id IS NULL) <> (lecture_id IS NULL))
      ) STRICT;
      CREATE INDEX assets_by_id ON assets (id);
      CREATE UNIQUE INDEX assets_of_lecture ON assets (lecture_id, id);
      CREATE INDEX assets_of_course ON assets (course_id);

      CREATE TABLE progress (
        lecture_id TEXT PRIMARY KEY,
        position_ms INTEGER NOT NULL,
        completed INTEGER NOT NULL CHECK (completed IN (0, 1)),
        watched_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX progress_unfinished ON progress (watched_at_ms) WHERE completed = 0;

      CREATE TABLE downloads (
        lecture_id TEXT PRIMARY KEY,
        course_id TEXT NOT NULL,
        asset_id TEXT NOT NULL,
        quality TEXT NOT NULL,
        state TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        etag TEXT,
        received_bytes INTEGER NOT NULL,
        error TEXT,
        added_at_ms INTEGER NOT NULL,
        completed_at_ms INTEGER
      ) STRICT;
      CREATE INDEX downloads_by_asset ON downloads (asset_id);

      CREATE TABLE content (
        asset_id TEXT PRIMARY KEY,
        media_type TEXT NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;
    `);
  },
};
