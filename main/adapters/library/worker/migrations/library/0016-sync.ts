import type { Migration } from '../../migrate.ts';

/**
 * What the exchange between computers needs: its state, the stamps of lectures and sittings, what was removed (bare ids), and what waits to
 * be sent, by its subject: the event itself is made when it is sent. `removal_id` and `pending_removal`
 * name a removal that may still be undone, of which nobody is told.
 */
export const sync: Migration = {
  number: 16,
  up(database) {
    database.exec(`
      CREATE TABLE sync_state (
        only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
        device_id TEXT NOT NULL,
        is_on INTEGER NOT NULL DEFAULT 0 CHECK (is_on IN (0, 1)),
        was_on INTEGER NOT NULL DEFAULT 0 CHECK (was_on IN (0, 1)),
        epoch TEXT,
        cursor TEXT,
        clock TEXT,
        cleared TEXT,
        pending_cleared TEXT,
        pending_removal INTEGER,
        fill_part TEXT CHECK (fill_part IN ('lectures', 'sittings', 'removed')),
        fill_after TEXT NOT NULL DEFAULT '',
        last_at_ms INTEGER,
        copy_gone INTEGER NOT NULL DEFAULT 0 CHECK (copy_gone IN (0, 1)),
        deleting INTEGER NOT NULL DEFAULT 0 CHECK (deleting IN (0, 1)),
        deleting_epoch TEXT
      ) STRICT;

      CREATE TABLE sync_lectures (
        lecture_id TEXT PRIMARY KEY,
        reset TEXT,
        completion TEXT,
        position TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE sync_sittings (
        entry_id TEXT PRIMARY KEY,
        born TEXT,
        removed TEXT CHECK (removed IN ('expired', 'deleted')),
        removal_id INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sync_sittings_by_birth ON sync_sittings (born) WHERE born IS NOT NULL;
      CREATE INDEX sync_sittings_by_removal ON sync_sittings (removal_id) WHERE removal_id IS NOT NULL;

      CREATE TABLE sync_outbox (
        revision INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('lecture', 'sitting', 'cleared')),
        subject TEXT NOT NULL,
        set_aside INTEGER NOT NULL DEFAULT 0 CHECK (set_aside IN (0, 1)),
        UNIQUE (kind, subject)
      ) STRICT;
    `);
  },
};
