import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { libraryMigrations } from '../../migrations/library/index.ts';
import { migrate } from '../../migrate.ts';
import { createStatements } from '../../statements.ts';
import type { LibraryTables } from '../tables.ts';
import type { Clause } from './query.ts';
import { matchingTogether } from './together.ts';

const cueCount = 40_000;
const wordOf = (id: number): string => (id % 2 === 0 ? 'even' : 'odd');

function storeOfCues() {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations);
  const addDocument = database.prepare(`INSERT INTO search_documents VALUES (?, 'cue', 'k', 0, '', '', '')`);
  const addWords = database.prepare('INSERT INTO search_cue (rowid, body) VALUES (?, ?)');
  database.transaction(() => {
    for (let id = 1; id <= cueCount; id += 1) {
      addDocument.run(id);
      addWords.run(BigInt(id), `all ${wordOf(id)} ${id === 39_000 ? 'rare' : ''} ${id % 5 === 0 ? 'fifth' : ''}`);
    }
  })();
  return createStatements<LibraryTables>(database);
}

const clause = (word: string, documentCount: number): Clause => ({
  match: `"${word}"`,
  isWide: false,
  documentCount,
});
const [all, even, odd] = [clause('all', cueCount), clause('even', cueCount / 2), clause('odd', cueCount / 2)];

it('B3: words that are common everywhere are found together, in the order of their places', () => {
  const { ids, isCutShort } = matchingTogether(storeOfCues(), 'cue', [all, even, clause('fifth', cueCount / 5)], 100);
  expect(ids).toEqual(Array.from({ length: 100 }, (_, index) => (index + 1) * 10));
  expect(isCutShort).toBe(false);
});

it('B3: common words that never stand together are given up, and it is said so', () => {
  expect(matchingTogether(storeOfCues(), 'cue', [even, odd], 100)).toEqual({ ids: [], isCutShort: true });
});

it('B3: a rare word is found beside a common one wherever it stands', () => {
  const found = matchingTogether(storeOfCues(), 'cue', [all, clause('rare', 1)], 100);
  expect(found).toEqual({ ids: [39_000], isCutShort: false });
});
