import Database from 'better-sqlite3';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryRemoval } from '../../contract/domain/history.ts';
import {
  makeRoomForRemoved,
  removeHistory,
  restoreHistory,
} from '../../main/adapters/library/worker/account/history-removal.ts';
import { find } from '../../main/adapters/library/worker/account/search/find.ts';
import type { LibraryTables } from '../../main/adapters/library/worker/account/tables.ts';
import { giveKey } from '../../main/adapters/library/worker/cipher.ts';
import { libraryMigrations } from '../../main/adapters/library/worker/migrations/library/index.ts';
import { closeDatabase, emptyWriteAheadLog, openDatabase } from '../../main/adapters/library/worker/open-database.ts';
import { createStatements } from '../../main/adapters/library/worker/statements.ts';
import { historyEndMs } from '../../scripts/big-library/size.ts';
import { recorded } from '../search/recorded.ts';
import { hasShell, shellTookMs } from '../search/shell-peer.ts';
import type { BigComputer } from './computer.ts';

const removalId = 1;
const limit = 8;

/** What is tried on a copy of the library, because it changes it: deleting of the history, and then the same searches by our SQLite and by the shell on the tables in clear. */
export async function measureCopy(big: BigComputer, texts: readonly string[]): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-copy-'));
  const file = join(folder, 'library.db');
  try {
    await copyFile(big.libraryFile, file);
    const { database } = openDatabase({ file, key: big.libraryKey.slice(), migrations: libraryMigrations });
    makeRoomForRemoved(database);
    const store = createStatements<LibraryTables>(database);
    const searches = recorded(store);
    for (const text of texts.slice(0, 50)) find(store, { text, limit });
    for (const text of texts) find(searches.statements, { text, limit });

    const metrics: Record<string, number> = {
      'sql.oursMs': searches.tookMs(),
      'sql.queryCount': searches.queries.length,
    };
    const remove = (name: string, removal: HistoryRemoval): void => {
      let count = 0;
      metrics[`remove.${name}Ms`] = tookMs(() => {
        database
          .transaction(() => (count = removeHistory(store, { removal, removalId, nowMs: historyEndMs })))
          .immediate();
        emptyWriteAheadLog(database);
      });
      metrics[`remove.${name}.count`] = count;
      metrics[`remove.${name}.undoMs`] = tookMs(() => {
        database.transaction(() => restoreHistory(store, removalId)).immediate();
      });
    };
    const fullest = store.build
      .selectFrom('history')
      .select(['day', 'course_id'])
      .groupBy('day')
      .orderBy(({ fn }) => fn.countAll(), 'desc')
      .limit(1);
    const row = store.first(fullest);
    if (row === undefined) throw new Error('there is no history');
    remove('day', { day: row.day });
    remove('course', { courseId: row.course_id });
    closeDatabase(database);

    inClear(file, big.libraryKey);
    metrics['sql.shellMs'] = shellMs(file, searches.queries);
    metrics['sql.oursToShell'] = searches.tookMs() / (metrics['sql.shellMs'] ?? Number.NaN);
    return metrics;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Without a shell, or with one that cannot read the file, there is no figure, and the run goes on. */
function shellMs(file: string, queries: Parameters<typeof shellTookMs>[1]): number {
  try {
    return hasShell() ? shellTookMs(file, queries) : Number.NaN;
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return Number.NaN;
  }
}

/** Writes the same pages without encryption; not possible while there is a write-ahead log. */
function inClear(file: string, key: Uint8Array): void {
  const database = new Database(file);
  giveKey(database, key.slice());
  database.pragma('journal_mode = DELETE');
  database.pragma(`rekey = ''`);
  // Whoever deletes for good raises the number of the format (fts5, `secure-delete`), and shells before SQLite 3.42 look no further than at that.
  database.unsafeMode(true);
  for (const kind of ['course', 'lecture', 'lecturer', 'cue', 'note'])
    database.exec(`UPDATE search_${kind}_config SET v = 4 WHERE k = 'version'`);
  database.close();
}

function tookMs(work: () => void): number {
  const startedAtMs = performance.now();
  work();
  return performance.now() - startedAtMs;
}
