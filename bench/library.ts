import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeSize } from '../scripts/big-library/size.ts';
import { bigComputer } from './library/computer.ts';
import { measureStarts } from './library/start.ts';
const share = Number(process.argv[2] ?? 1);
const cacheFolder = process.env['LECTOROOM_BENCH_CACHE'] ?? join(tmpdir(), 'lectoroom-bench-cache');
const made = await bigComputer(cacheFolder, {
  ...wholeSize,
  courseCount: wholeSize.courseCount * share,
  sittingCount: wholeSize.sittingCount * share,
});
console.log(made.libraryFile);
console.log(JSON.stringify(await measureStarts(made, 3)));
