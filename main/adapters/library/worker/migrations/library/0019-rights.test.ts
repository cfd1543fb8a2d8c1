import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { rights } from './0019-rights.ts';
import { libraryMigrations } from './index.ts';

it('G5 G7: a library of an older app gets room for choices and requests, each once', () => {
  const database = new Database(':memory:');
  migrate(
    database,
    libraryMigrations.filter(({ number }) => number < rights.number),
  );
  migrate(database, libraryMigrations);
  const choose = database.prepare('INSERT INTO rights_choices VALUES (?, ?, ?, ?)');
  choose.run('processing', '{}', 1, 0);
  expect(() => choose.run('processing', '{}', 2, 0)).toThrow('UNIQUE');
  expect(() => choose.run('other', '{}', 1, 0)).toThrow('CHECK');
  const ask = database.prepare('INSERT INTO privacy_requests VALUES (?, ?, ?, ?, ?)');
  ask.run('a', 'access', '', 1, null);
  expect(() => ask.run('a', 'access', '', 1, null)).toThrow('UNIQUE');
});
