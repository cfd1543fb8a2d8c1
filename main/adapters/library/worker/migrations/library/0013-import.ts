import type { Migration } from '../../migrate.ts';

/**
 * What makes a long catalogue come in faster: lectures' files are not in the index of courses' files, and pieces of the search's indexes are
 * joined less often (fts5, `automerge`): a search looks into a few pieces more, and what was written is written half as often again.
 */
export const catalogueImport: Migration = {
  number: 13,
  up(database) {
    database.exec(`
      DROP INDEX assets_of_course;
      CREATE INDEX assets_of_course ON assets (course_id) WHERE course_id IS NOT NULL;
    `);
    for (const kind of ['course', 'lecture', 'lecturer', 'cue', 'note']) {
      database.exec(`INSERT INTO search_${kind} (search_${kind}, rank) VALUES ('automerge', 8)`);
    }
  },
};
