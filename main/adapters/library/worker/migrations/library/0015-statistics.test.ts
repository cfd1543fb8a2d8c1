import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { libraryMigrations } from './index.ts';
import { statistics } from './0015-statistics.ts';

it('E5: the history of an older app is counted from an index alone, and stays as it was', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, statistics.number - 1));
  database
    .prepare(
      `INSERT INTO history VALUES ('a', 'l', 'c', 't', 't', 't', 1, 'd', 1, 2, '2026-03-12', 0, '2026-03-12', 7, 0, 1)`,
    )
    .run();
  migrate(database, libraryMigrations);
  const sums = `SELECT course_id, sum(watched_ms) AS sum FROM history WHERE day BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY course_id, lecture_id`;
  expect(database.prepare(sums).all()).toEqual([{ course_id: 'c', sum: 7 }]);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sums}`).all() as readonly { readonly detail: string }[];
  expect(plan.map(({ detail }) => detail).join('\n')).toContain('COVERING INDEX history_sums');
});
