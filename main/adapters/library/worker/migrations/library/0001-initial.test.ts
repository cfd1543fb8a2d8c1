import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { initial } from './0001-initial.ts';

function emptyLibrary(): Database.Database {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  migrate(database, [initial]);
  return database;
}

const course = `INSERT INTO courses VALUES ('c', '2026', '{}', 'f', 0)`;
const lecture = `INSERT INTO lectures VALUES ('l', 'c', 0, 0, 'Title', 1, 'cover', '{}', 0)`;

describe('0001 of the library', () => {
  it('takes a course with its lectures and files away together, and leaves what is the person’s own', () => {
    const database = emptyLibrary();
    database.exec(`
      ${course}; ${lecture};
      INSERT INTO sections VALUES ('c', 0, 's', 'Section');
      INSERT INTO assets VALUES ('a', 'c', NULL, 'cover', 'image/webp', 1, 'x'), ('b', NULL, 'l', 'media', 'video/mp4', 1, 'x');
      INSERT INTO progress VALUES ('l', 1, 0, 1);
      INSERT INTO downloads VALUES ('l', 'c', 'b', '720p', 'complete', 1, 'x', NULL, 1, NULL, 1, 1);
      INSERT INTO content VALUES ('e', 'text/vtt', x'00');
      DELETE FROM courses;
    `);
    const left = ['sections', 'lectures', 'assets', 'progress', 'downloads', 'content'].map((table) =>
      database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    );
    expect(left).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it.each([
    ['a lecture of no course', lecture],
    ['a file of nobody', `INSERT INTO assets VALUES ('a', NULL, NULL, 'cover', 'image/webp', 1, 'x')`],
    [
      'a file of an unknown kind',
      `${course}; INSERT INTO assets VALUES ('a', 'c', NULL, 'secret', 'image/webp', 1, 'x')`,
    ],
    ['a completion that is neither yes nor no', `INSERT INTO progress VALUES ('l', 1, 2, 1)`],
    ['text where a number belongs', `INSERT INTO progress VALUES ('l', 'far', 0, 1)`],
    ['a second state of the catalogue', `INSERT INTO catalogue_state VALUES (2, NULL, NULL)`],
  ])('refuses %s', (_, sql) => {
    const database = emptyLibrary();
    expect(() => database.exec(sql)).toThrow(Database.SqliteError);
  });

  it.each([
    [
      'lectures of a course',
      `SELECT id FROM lectures WHERE course_id = 'c' ORDER BY section_position, position`,
      'lectures_of_course',
    ],
    ['a file by id', `SELECT sha256 FROM assets WHERE id = 'a'`, 'assets_by_id'],
    [
      'what was begun',
      `SELECT * FROM progress WHERE completed = 0 ORDER BY watched_at_ms DESC LIMIT 5`,
      'progress_unfinished',
    ],
    ['a download by file', `SELECT * FROM downloads WHERE asset_id = 'a'`, 'downloads_by_asset'],
  ])('finds %s by an index and sorts nothing', (_, sql, index) => {
    const plan = emptyLibrary().prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
    const details = plan.map((row) => row.detail).join('; ');
    expect(details).toContain(index);
    expect(details).not.toContain('TEMP B-TREE');
  });
});
