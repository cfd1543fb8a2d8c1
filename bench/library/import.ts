import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { LocalAccountId } from '../../contract/domain/ids.ts';
import type { Result } from '../../contract/result.ts';
import { createLibrary } from '../../main/adapters/library/create-library.ts';
import type { Library } from '../../main/ports.ts';
import { catalogueAnswers, changedDelta, makeCatalogue } from '../../scripts/big-library/catalogue.ts';
import type { LibrarySize } from '../../scripts/big-library/size.ts';
import { builtMainFolder } from '../support/electron-child.ts';

/** What a whole catalogue, and then one course in a hundred, took to come into an empty library. */
export interface ImportTimes {
  readonly answerCount: number;
  readonly answerBytes: number;
  readonly wholeMs: number;
  readonly deltaMs: number;
  /** The longest time for which the thread that asks was not there for others. */
  readonly longestBlockMs: number;
  readonly fileBytes: number;
  /** The sqlite3 shell reading the same lectures as rows into a plain table with an index of words; NaN without a shell. */
  readonly shellMs: number;
}

/** As long as the service's own. */
const pageBytes = 512 * 1024;

/** Gives the catalogue to the real worker, built, as answers of the service. */
export async function measureImport(size: LibrarySize): Promise<ImportTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-import-'));
  const catalogue = makeCatalogue(size);
  const answers = [...catalogueAnswers(catalogue, pageBytes)];
  const change = new TextEncoder().encode(JSON.stringify(changedDelta(catalogue, 100)));
  const answerBytes = answers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const stores = createLibrary({
    workerPath: join(builtMainFolder, 'library-worker.cjs'),
    userDataFolder: folder,
    log: { info: () => undefined, warn: () => undefined, defect: () => undefined },
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  try {
    valueOf(await stores.library.open('e'.repeat(32) as LocalAccountId, new Uint8Array(randomBytes(32))));
    delay.enable();
    const wholeMs = await tookMs(() => importAnswers(stores.library, answers));
    const longestBlockMs = delay.max / 1e6;
    const deltaMs = await tookMs(() => importAnswers(stores.library, [change]));
    await stores.stop();
    const file = join(folder, 'accounts', 'e'.repeat(32), 'library.db');
    const shellMs = await shellTookMs(folder, size);
    return {
      answerCount: answers.length,
      answerBytes,
      wholeMs,
      deltaMs,
      longestBlockMs,
      fileBytes: statSync(file).size,
      shellMs,
    };
  } finally {
    delay.disable();
    await rm(folder, { recursive: true, force: true });
  }
}

/** THE place that knows how answers of the service come into the library. */
async function importAnswers({ catalogue }: Library, answers: readonly Uint8Array[]): Promise<void> {
  for (const answer of answers) valueOf(await catalogue.apply(answer, null));
}

/** The bound: the rows of the same lectures, and an index of their words, by nobody but SQLite. */
async function shellTookMs(folder: string, size: LibrarySize): Promise<number> {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return Number.NaN;
  const rows = join(folder, 'lectures.csv');
  const lines: string[] = [];
  for (const course of makeCatalogue(size).courses())
    for (const lecture of course.sections.flatMap((section) => section.lectures))
      lines.push(
        [lecture.id, course.id, lecture.title, lecture.summary, JSON.stringify(lecture)].map(quoted).join(','),
      );
  await writeFile(rows, lines.join('\n'));
  const script = `
    PRAGMA journal_mode = WAL;
    CREATE TABLE lectures (id TEXT PRIMARY KEY, course TEXT, title TEXT, summary TEXT, lecture TEXT);
    CREATE INDEX lectures_of_course ON lectures (course, id);
    CREATE VIRTUAL TABLE words USING fts5(title, summary, content = '');
    .import --csv '${rows}' lectures
    INSERT INTO words (rowid, title, summary) SELECT rowid, title, summary FROM lectures;
  `;
  return tookMs(() => {
    const ran = spawnSync('sqlite3', [join(folder, 'plain.db')], {
      input: script.replaceAll(/^ +/gmu, ''),
      encoding: 'utf8',
    });
    if (ran.status !== 0) throw new Error(`sqlite3: ${ran.stderr}`);
  });
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

async function tookMs(work: () => unknown): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
