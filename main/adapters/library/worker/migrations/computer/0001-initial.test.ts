import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../migrate.ts';
import { initial } from './0001-initial.ts';

describe('0001 of the computer file', () => {
  it.each([
    ['a second device', `INSERT INTO device VALUES (1, 'a'); INSERT INTO device VALUES (2, 'b')`],
    ['an account half remembered', `INSERT INTO accounts VALUES ('a', 2, 1)`],
    ['a setting without a value', `INSERT INTO settings VALUES ('volume', NULL)`],
  ])('refuses %s', (_, sql) => {
    const database = new Database(':memory:');
    migrate(database, [initial]);
    expect(() => database.exec(sql)).toThrow(Database.SqliteError);
  });
});
