import Database from 'better-sqlite3';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/test-bench.ts';
import { codeOfError, nameOfDefect, StoreFault } from './store-fault.ts';

/** What work throws. */
function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const fileError = (code: string) => Object.assign(new Error('/home/person/secret'), { code, syscall: 'open' });

describe('faults of the store', () => {
  it('keeps a code that is known already', () => {
    expect(codeOfError(new StoreFault('library-newer'))).toBe('library-newer');
  });

  it('knows a full database from SQLite itself', () => {
    const database = new Database(':memory:');
    database.exec('CREATE TABLE t (b)');
    database.pragma('max_page_count = 2');
    expect(codeOfError(errorOf(() => database.exec('INSERT INTO t VALUES (zeroblob(100000))')))).toBe('disk-full');
  });

  it('knows a database that may only be read, one in use, and one that is none', () => {
    const file = join(temporaryFolder(), 'a.db');
    const writer = new Database(file);
    writer.exec('CREATE TABLE t (b)');
    const reader = new Database(file, { readonly: true });
    expect(codeOfError(errorOf(() => reader.exec('DROP TABLE t')))).toBe('folder-read-only');
    reader.close();
    const other = new Database(file, { timeout: 0 });
    writer.exec('BEGIN EXCLUSIVE');
    expect(codeOfError(errorOf(() => other.exec('BEGIN EXCLUSIVE')))).toBe('disk-failed');
    other.close();
    writer.close();
    writeFileSync(file, 'no database at all, but long enough for a header '.repeat(100));
    const none = new Database(file);
    expect(codeOfError(errorOf(() => none.prepare('SELECT * FROM t')))).toBe('library-damaged');
    none.close();
  });

  it.each([
    ['EACCES', 'folder-read-only'],
    ['EPERM', 'folder-read-only'],
    ['EROFS', 'folder-read-only'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'disk-failed'],
    ['EMFILE', 'disk-failed'],
  ])('a file error %s is %s', (code, expected) => {
    expect(codeOfError(fileError(code))).toBe(expected);
  });

  it('knows a real error of the file system', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(codeOfError(errorOf(() => mkdirSync(join(folder, 'file', 'sub'))))).toBe('disk-failed');
  });

  it('calls everything else a defect and names it without its message', () => {
    const database = new Database(':memory:');
    database.exec(`CREATE TABLE t (b CHECK (b <> 'secret'))`);
    const constraint = errorOf(() => database.exec(`INSERT INTO t VALUES ('secret')`));
    for (const error of [constraint, new TypeError('secret'), 'secret', null]) {
      expect(codeOfError(error)).toBeNull();
      expect(nameOfDefect(error)).not.toContain('secret');
    }
    expect(nameOfDefect(constraint)).toBe('SqliteError SQLITE_CONSTRAINT_CHECK');
    expect(nameOfDefect(new TypeError('secret'))).toBe('TypeError');
  });
});
