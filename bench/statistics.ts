/**
 * `npm run bench statistics`: how long the study statistics take over a million sittings of five years in the encrypted library. Every sitting is of
 * another course than the one before, so that nothing is the same in the index: a person's history is kinder. `-- 100000` tries it with fewer.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayAfter, LocalDay } from '../contract/domain/local-day.ts';
import { readStatistics, statisticsCsv } from '../main/adapters/library/worker/account/statistics.ts';
import type { LibraryTables } from '../main/adapters/library/worker/account/tables.ts';
import { libraryMigrations } from '../main/adapters/library/worker/migrations/library/index.ts';
import { closeDatabase, emptyWriteAheadLog, openDatabase } from '../main/adapters/library/worker/open-database.ts';
import { createStatements } from '../main/adapters/library/worker/statements.ts';
import { seededRandom } from '../main/adapters/transfer/testing/seeded-random.ts';
import { atMost, median, report } from './support/report.ts';

const sittingCount = Number(process.argv[2] ?? 1_000_000);
const dayCount = 1826;
const courseCount = 2000;
const lecturesOfCourse = 50;
const rounds = 5;
const toDay = LocalDay.parse('2026-11-23');

const folder = await mkdtemp(join(tmpdir(), 'lectoroom-bench-'));
const file = join(folder, 'library.db');
const { database } = openDatabase({ file, key: new Uint8Array(randomBytes(32)), migrations: libraryMigrations });
const store = createStatements<LibraryTables>(database);

function fill(): void {
  const random = seededRandom(22);
  const add = database.prepare(`INSERT INTO history VALUES (${Array.from({ length: 16 }, () => '?').join(',')})`);
  for (let index = 0; index < sittingCount; index += 1) {
    const day = dayAfter(toDay, Math.floor((index * dayCount) / sittingCount) - dayCount + 1);
    const course = Math.floor(random() * courseCount);
    const lecture = course * lecturesOfCourse + Math.floor(random() * lecturesOfCourse);
    const startedAtMs = Date.parse(day) + Math.floor(random() * 8e7);
    const watchedMs = 1000 + Math.floor(random() * 1_800_000);
    const titles = [`Lecture ${lecture} of many`, `Course ${course} of many`, `lecture ${lecture} course ${course}`];
    const ids = [
      `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      `lecture-${lecture}`,
      `course-${course}`,
    ];
    const times = [startedAtMs, startedAtMs + watchedMs, day, 180, day, watchedMs, 0, watchedMs];
    add.run(...ids, ...titles, 3_600_000, 'device', ...times);
  }
}

function took(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const startedAtMs = performance.now();
    work();
    return performance.now() - startedAtMs;
  });
  return median(times);
}

function exportAll(): number {
  let lineCount = 0;
  for (let from: LocalDay | null = dayAfter(toDay, -dayCount); from !== null;) {
    const piece = statisticsCsv(store, { fromDay: from, toDay });
    lineCount += piece.lineCount;
    from = piece.nextDay;
  }
  return lineCount;
}

try {
  database.transaction(fill)();
  emptyWriteAheadLog(database);
  const sizeBytes = (await stat(file)).size;
  const read = (days: number) => took(() => readStatistics(store, { fromDay: dayAfter(toDay, 1 - days), toDay }));
  const last = dayAfter(toDay, -30);
  const csvStartedAtMs = performance.now();
  const csvLineCount = exportAll();
  const csvMilliseconds = performance.now() - csvStartedAtMs;
  const metrics = {
    sittingCount,
    sizeMegabytes: sizeBytes / 1e6,
    week: read(7),
    month: read(30),
    quarter: read(90),
    year: read(365),
    csvPiece: took(() => statisticsCsv(store, { fromDay: last, toDay })),
    csvMilliseconds,
    csvLineCount,
  };
  await report('statistics', metrics, [
    atMost('monthMilliseconds', metrics.month, 150),
    atMost('yearMilliseconds', metrics.year, 600),
    atMost('csvPieceMilliseconds', metrics.csvPiece, 250),
  ]);
} finally {
  closeDatabase(database);
  await rm(folder, { recursive: true, force: true });
}
