import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { NoteId } from '../../../contract/domain/ids.ts';
import { lectureId, sampleCourse, sampleLecture, wholeCatalogue } from './testing/sample-data.ts';
import { temporaryFolder } from './testing/test-bench.ts';
import { applyDelta } from './worker/account/apply-delta.ts';
import { putNote, removeNote } from './worker/account/notes.ts';
import { freshenSearch } from './worker/account/search/freshen.ts';
import { forgetSearch, rememberSearch } from './worker/account/search/history.ts';
import type { LibraryTables } from './worker/account/tables.ts';
import { libraryMigrations } from './worker/migrations/library/index.ts';
import { emptyWriteAheadLog, openDatabase } from './worker/open-database.ts';
import { createStatements } from './worker/statements.ts';

const noteId = NoteId.parse('00000000-0000-4000-8000-000000000001');

/** A library in clear, so that its very bytes can be searched. */
function clearLibrary() {
  const file = join(temporaryFolder(), 'library.db');
  const { database } = openDatabase({ file, key: null, migrations: libraryMigrations });
  const store = createStatements<LibraryTables>(database);
  applyDelta(store, wholeCatalogue(sampleCourse('c', [sampleLecture('l1')])), null);
  freshenSearch(store);
  const has = (words: string): boolean => {
    emptyWriteAheadLog(database);
    return [file, `${file}-wal`].some((name) => readFileSync(name).includes(Buffer.from(words)));
  };
  return { database, store, has };
}

it('B3 C5: a note that was removed has left no word in the file: not in the text, nor in the index, nor among the terms', () => {
  const { database, store, has } = clearLibrary();
  const add = (id: NoteId, text: string) =>
    putNote(store, { id, lectureId: lectureId('l1'), positionMs: 1, text, nowMs: 1 });
  // A neighbour, so that the pages stay in use.
  add(NoteId.parse('00000000-0000-4000-8000-000000000002'), 'Something ordinary that stays');
  add(noteId, 'zyzzyva шмуцтитул');
  freshenSearch(store);
  expect([has('zyzzyva'), has('шмуцтитул'), has('_шмуцтит')]).toEqual([true, true, true]);
  removeNote(store, noteId);
  freshenSearch(store);
  // FTS5 writes a term without the letters that it has in common with the one before.
  expect(['zyzzyva', 'yzzyva', 'шмуцтитул', 'муцтит'].map(has)).toEqual([false, false, false, false]);
  expect(has('ordinary')).toBe(true);
  database.close();
});

it('B8: a search that was forgotten has left nothing in the file', () => {
  const { database, store, has } = clearLibrary();
  rememberSearch(store, { text: 'zyzzyva', nowMs: 1 });
  expect(has('zyzzyva')).toBe(true);
  forgetSearch(store, null);
  expect(has('zyzzyva')).toBe(false);
  database.close();
});

it('B3: what was indexed and taken out again leaves an index like a new one', () => {
  const { database, store } = clearLibrary();
  const changed = sampleCourse('c', [sampleLecture('l1', { title: 'Другое название' })], { title: 'Other words' });
  applyDelta(store, wholeCatalogue(changed), null);
  freshenSearch(store);
  const fresh = new Database(':memory:');
  for (const migration of libraryMigrations) migration.up(fresh);
  const freshStore = createStatements<LibraryTables>(fresh);
  applyDelta(freshStore, wholeCatalogue(changed), null);
  freshenSearch(freshStore);
  const terms = (from: Database.Database) => from.prepare('SELECT * FROM search_terms').all();
  expect(terms(database)).toEqual(terms(fresh));
  for (const kind of ['course', 'lecture', 'lecturer', 'cue', 'note']) {
    const vocabulary = (from: Database.Database) => {
      from.exec(`CREATE VIRTUAL TABLE temp.words_${kind} USING fts5vocab('main', 'search_${kind}', 'row')`);
      return from.prepare(`SELECT term, doc FROM temp.words_${kind}`).all();
    };
    expect(vocabulary(database)).toEqual(vocabulary(fresh));
  }
  database.close();
});
