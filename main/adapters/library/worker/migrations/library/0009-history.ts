import type { Migration } from '../../migrate.ts';

/** The watch history; the person's own, so without foreign keys, and with titles of its own: it outlasts the catalogue. */
export const history: Migration = {
  number: 9,
  up(database) {
    database.exec(`
      CREATE TABLE history (
        id TEXT PRIMARY KEY,
        lecture_id TEXT NOT NULL,
        course_id TEXT NOT NULL,
        lecture_title TEXT NOT NULL,
        course_title TEXT NOT NULL,
        search_text TEXT NOT NULL,
        duration_ms INTEGER NOT NULL,
        device_id TEXT NOT NULL,
        started_at_ms INTEGER NOT NULL,
        ended_at_ms INTEGER NOT NULL,
        day TEXT NOT NULL,
        offset_minutes INTEGER NOT NULL,
        age_day TEXT NOT NULL,
        watched_ms INTEGER NOT NULL CHECK (watched_ms > 0),
        from_ms INTEGER NOT NULL,
        to_ms INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX history_by_day ON history (day, ended_at_ms, id);
      CREATE INDEX history_by_lecture ON history (lecture_id, ended_at_ms);
      CREATE INDEX history_by_course ON history (course_id);
      CREATE INDEX history_by_age ON history (age_day);
      CREATE TABLE history_days (
        only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
        clock_day TEXT NOT NULL,
        age_day TEXT NOT NULL
      ) STRICT;
    `);
  },
};
