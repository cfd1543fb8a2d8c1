import type { Migration } from '../../migrate.ts';

/** What the study statistics add up, in the order of days: they read this index and no row. */
export const statistics: Migration = {
  number: 15,
  up(database) {
    database.exec('CREATE INDEX history_sums ON history (day, course_id, lecture_id, watched_ms)');
  },
};
