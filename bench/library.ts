/**
 * `npm run bench library [quick]`: a library of 2,000 courses, 100,000 lectures, 5 million cues and a million sittings (quick: a fiftieth of each) in the
 * real app: the first screen, scrolling, typing; the worker's calls; a whole import; sizes. The library is made once, which takes
 * a quarter of an hour, and kept in the cache. What is measured and what not: `docs/decisions/0023-scale.md`.
 */
import { statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../main/adapters/library/worker/account/open-library.ts';
import { wholeSize } from '../scripts/big-library/size.ts';
import { bigComputer } from './library/computer.ts';
import { measureCopy } from './library/copy.ts';
import { goalsOf, metricsOf } from './library/goals.ts';
import { measureImport } from './library/import.ts';
import { callTimes, findTimes } from './library/library-times.ts';
import { measureStarts } from './library/start.ts';
import { keystrokes, typedTexts } from './library/typed.ts';
import { measureWindow } from './library/window.ts';
import { report } from './support/report.ts';

const isQuick = process.argv[2] === 'quick';
const share = isQuick ? 0.02 : 1;
const size = {
  ...wholeSize,
  courseCount: wholeSize.courseCount * share,
  sittingCount: wholeSize.sittingCount * share,
};
const rounds = isQuick ? 2 : 5;
const cacheFolder = process.env['LECTOROOM_BENCH_CACHE'] ?? join(tmpdir(), 'lectoroom-bench-cache');
const loadBefore = loadavg()[0] ?? Number.NaN;
const big = await bigComputer(cacheFolder, size);
const typed = typedTexts(size, 8);

function inWorker() {
  const open = openLibrary(big.computer.userDataFolder, big.accountId, big.libraryKey.slice());
  try {
    const texts = { words: typed.words.flatMap(keystrokes), everywhere: typed.everywhere.flatMap(keystrokes) };
    const calls = callTimes(open, rounds);
    // What is read for the first time since the library was opened is the start's; a person types on.
    findTimes(open.statements, texts.words.slice(0, 50));
    const findMs = Object.fromEntries(
      Object.entries(texts).map(([name, all]) => [name, findTimes(open.statements, all)] as const),
    );
    const content = open.database
      .prepare(
        'SELECT (SELECT sum(length(bytes)) FROM content) + (SELECT sum(length(lecture)) FROM lectures) + (SELECT sum(length(head)) FROM courses) AS bytes',
      )
      .get() as { readonly bytes: number };
    return { calls, findMs, contentBytes: content.bytes };
  } finally {
    open.database.close();
  }
}

const worker = inWorker();
const copy = await measureCopy(big, [...typed.words, ...typed.everywhere].flatMap(keystrokes));
const starts = await measureStarts(big, rounds);
const window = await measureWindow(big, { typed, courseCount: size.courseCount, rounds, scrollMs: 4000 });
const imported = await measureImport(size);
const metrics = metricsOf({
  ...worker,
  starts,
  window,
  imported,
  libraryBytes: statSync(big.libraryFile).size,
  lectureCount: size.courseCount * size.lecturesPerCourse,
});
Object.assign(metrics, copy, { loadAverageBefore: loadBefore, loadAverageAfter: loadavg()[0] ?? Number.NaN });
await report('library', metrics, goalsOf(metrics), process.env['LECTOROOM_RUNTIME'] ?? 'Electron');
