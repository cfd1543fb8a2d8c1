import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { libraryMigrations } from './index.ts';
import { recommendations } from './0010-recommendations.ts';

it('B5: a library of an older app gets room for what was dismissed, once for each course, and for one moment to begin from', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, recommendations.number - 1));
  migrate(database, libraryMigrations);
  const dismiss = database.prepare('INSERT INTO recommendation_dismissed VALUES (?, 1)');
  dismiss.run('c');
  expect(() => dismiss.run('c')).toThrow('UNIQUE');
  const begin = database.prepare('INSERT INTO recommendation_start VALUES (?, 1)');
  begin.run(1);
  expect(() => begin.run(2)).toThrow('CHECK');
});
