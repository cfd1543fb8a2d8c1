import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/test-bench.ts';
import { closeDatabase, openDatabase, type DatabaseKind } from './open-database.ts';

const migrations = [
  {
    number: 1,
    up: (database: Database.Database) => {
      database.exec(`CREATE TABLE words (word TEXT) STRICT; INSERT INTO words VALUES ('canary')`);
    },
  },
];

function sampleKind(change: Partial<DatabaseKind> = {}): DatabaseKind {
  const file = join(temporaryFolder(), 'sub', 'folder', 'a.db');
  return { file, key: new Uint8Array(randomBytes(32)), migrations, ...change };
}

describe('opening a database', () => {
  it('makes it once, then opens it', () => {
    const kind = sampleKind();
    for (const isNew of [true, false]) {
      const opened = openDatabase(kind);
      expect(opened.isNew).toBe(isNew);
      expect(opened.database.prepare('SELECT word FROM words').pluck().get()).toBe('canary');
      closeDatabase(opened.database);
      expect(existsSync(`${kind.file}-wal`)).toBe(false);
    }
  });

  it('sets what keeps data safe and private on every connection', () => {
    const { database } = openDatabase(sampleKind());
    const pragma = (name: string) => database.pragma(name, { simple: true });
    expect({
      cipher: pragma('cipher'),
      cellSizeCheck: pragma('cell_size_check'),
      foreignKeys: pragma('foreign_keys'),
      journalMode: pragma('journal_mode'),
      secureDelete: pragma('secure_delete'),
      synchronous: pragma('synchronous'),
      tempStore: pragma('temp_store'),
      trustedSchema: pragma('trusted_schema'),
    }).toEqual({
      cipher: 'chacha20',
      cellSizeCheck: 1,
      foreignKeys: 1,
      journalMode: 'wal',
      secureDelete: 1,
      synchronous: 2,
      tempStore: 2,
      trustedSchema: 0,
    });
    closeDatabase(database);
  });

  it('uses the key as it is: the cipher’s own raw-key syntax, without our salt, opens the file', () => {
    const kind = sampleKind();
    closeDatabase(openDatabase(kind).database);
    const hex = Buffer.from(kind.key ?? []).toString('hex');
    const raw = new Database(kind.file, { readonly: true });
    raw.pragma(`cipher = 'chacha20'`);
    raw.pragma(`key = "x'${hex}'"`);
    expect(raw.prepare('SELECT word FROM words').pluck().get()).toBe('canary');
    raw.close();

    const other = new Database(kind.file, { readonly: true });
    other.pragma(`cipher = 'aes256cbc'`);
    other.pragma(`key = "x'${hex}'"`);
    expect(() => other.prepare('SELECT word FROM words').pluck().get()).toThrow('not a database');
    other.close();
  });

  it('a step that fails leaves an old file as it was and makes no new one', () => {
    const kind = sampleKind();
    closeDatabase(openDatabase(kind).database);
    const broken = { number: 2, up: (database: Database.Database) => void database.exec('DROP TABLE nowhere') };
    expect(() => openDatabase({ ...kind, migrations: [...migrations, broken] })).toThrow('nowhere');
    const { database } = openDatabase(kind);
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    closeDatabase(database);

    const fresh = sampleKind({ migrations: [...migrations, broken] });
    expect(() => openDatabase(fresh)).toThrow('nowhere');
    expect(existsSync(fresh.file)).toBe(false);
  });
});
